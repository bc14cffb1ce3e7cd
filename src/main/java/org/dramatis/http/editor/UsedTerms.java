package org.dramatis.http.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.model.Labels;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.store.statistics.Statistics;
import org.dramatis.store.statistics.Tally;
import org.dramatis.store.statistics.Tally.Of;

/**
 * The classes and properties that a version of the data uses, the most frequent first, and which
 * properties are said of what class.
 *
 * @param json all of it
 */
record UsedTerms(Version version, String json) {

  /** What is used more rarely than so many others is not offered. */
  private static final int MOST = 1000;

  static UsedTerms of(Statistics statistics, Graph data) {
    Map<Node, Set<String>> classes =
        statistics
            .all(Tally.OfClassProperty.class)
            .filter(tally -> tally.of() == Of.STATEMENTS)
            .collect(
                Collectors.groupingBy(
                    Tally.OfClassProperty::property,
                    Collectors.mapping(
                        tally -> tally.type().getURI(), Collectors.toCollection(TreeSet::new))));
    JsonBuilder json = JsonBuilder.create().startObject();
    json.key("prefixes").startObject();
    new TreeMap<>(Namespaces.prefixes()).forEach(json::pair);
    json.finishObject();
    json.key("bases").startArray();
    Stream.of(Namespaces.BASE, Namespaces.VOCABULARY).distinct().forEach(json::value);
    json.finishArray();
    json.key("classes").startArray();
    for (Tally.OfClass tally :
        most(statistics, statistics.all(Tally.OfClass.class), each -> each.type().getURI())) {
      term(json, tally.type(), statistics.of(tally), data);
      json.finishObject();
    }
    json.finishArray();
    json.key("properties").startArray();
    for (Tally.OfProperty tally :
        most(
            statistics,
            statistics.all(Tally.OfProperty.class).filter(each -> each.of() == Of.STATEMENTS),
            each -> each.property().getURI())) {
      term(json, tally.property(), statistics.of(tally), data);
      json.key("classes").startArray();
      classes.getOrDefault(tally.property(), Set.of()).forEach(json::value);
      json.finishArray().finishObject();
    }
    json.finishArray();
    return new UsedTerms(statistics.version(), json.finishObject().build() + "\n");
  }

  private static <T extends Tally> List<T> most(
      Statistics statistics, Stream<T> tallies, Function<T, String> name) {
    return tallies
        .sorted(Comparator.comparingLong((T tally) -> -statistics.of(tally)).thenComparing(name))
        .limit(MOST)
        .toList();
  }

  /** Begins the object of a term. */
  private static void term(JsonBuilder json, Node term, long uses, Graph data) {
    json.startObject().pair("iri", term.getURI()).pair("uses", uses);
    Labels.of(data, term).ifPresent(label -> json.pair("label", label));
  }
}
