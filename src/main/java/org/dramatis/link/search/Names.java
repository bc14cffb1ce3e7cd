package org.dramatis.link.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.dramatis.model.Change;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** Reads from a graph what everything in it is called. */
final class Names {

  /** The properties whose values are names of their subjects. */
  private static final Map<Node, Name.Kind> PROPERTIES =
      Map.of(
          RDFS.label.asNode(),
          Name.Kind.LABEL,
          SKOS.prefLabel.asNode(),
          Name.Kind.LABEL,
          SchemaDO.name.asNode(),
          Name.Kind.LABEL,
          SKOS.altLabel.asNode(),
          Name.Kind.NAME,
          SchemaDO.alternateName.asNode(),
          Name.Kind.NAME,
          NodeFactory.createURI(SchemaDO.NS.replace("https:", "http:") + "name"),
          Name.Kind.LABEL,
          Properties.NAME,
          Name.Kind.NAME);

  /** What has a label only to be read about, and is not looked for by it. */
  private static final Set<Node> UNSOUGHT = Set.of(Classes.CLAIM, Classes.PASSAGE, Classes.CREDIT);

  private static final List<Node> CREDITED = List.of(Properties.AGENT, Properties.CHARACTER);

  private Names() {}

  /** Everything that may have a name, each once. */
  static void entities(Graph graph, Consumer<Node> sink) {
    Set<Node> seen = new HashSet<>();
    PROPERTIES
        .keySet()
        .forEach(property ->
            graph
                .find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(subject -> subject.isURI() && seen.add(subject))
                .forEach(sink));
    CREDITED.forEach(role ->
        graph
            .find(Node.ANY, role, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(entity -> entity.isURI() && seen.add(entity))
            .forEach(sink));
  }

  /** All names of one entity; none if it is nothing that is looked for. */
  static Set<Name> of(Graph graph, Node entity) {
    Set<Name> names = new LinkedHashSet<>();
    if (types(graph, entity).stream().noneMatch(UNSOUGHT::contains)) {
      PROPERTIES.forEach((property, kind) -> add(graph, entity, entity, property, kind, names));
      for (Node role : CREDITED) {
        graph
            .find(Node.ANY, role, entity)
            .mapWith(Triple::getSubject)
            .toList()
            .forEach(credit ->
                add(graph, credit, entity, Properties.CREDITED_AS, Name.Kind.CREDITED, names));
      }
    }
    return names;
  }

  private static void add(
      Graph graph, Node subject, Node entity, Node property, Name.Kind kind, Set<Name> names) {
    graph
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .forEach(value ->
            names.add(
                new Name(
                    entity,
                    value.getLiteralLexicalForm(),
                    value.getLiteralLanguage().toLowerCase(Locale.ROOT),
                    kind)));
  }

  /** The graphs in which an entity is called so, in the order of their IRIs. */
  static List<Node> sources(DatasetGraph dataset, Name name) {
    Set<Node> subjects = new LinkedHashSet<>(List.of(name.entity()));
    for (Node role : CREDITED) {
      dataset
          .find(Node.ANY, Node.ANY, role, name.entity())
          .forEachRemaining(quad -> subjects.add(quad.getSubject()));
    }
    return subjects.stream()
        .flatMap(subject -> Iter.asStream(dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY)))
        .filter(quad -> isNamed(quad, name))
        .map(Quad::getGraph)
        .distinct()
        .sorted(Comparator.comparing(Node::getURI))
        .toList();
  }

  private static boolean isNamed(Quad quad, Name name) {
    Node value = quad.getObject();
    boolean names =
        PROPERTIES.containsKey(quad.getPredicate())
            || quad.getPredicate().equals(Properties.CREDITED_AS);
    return names
        && value.isLiteral()
        && value.getLiteralLexicalForm().equals(name.text())
        && value.getLiteralLanguage().toLowerCase(Locale.ROOT).equals(name.language());
  }

  /** The classes of an entity. */
  static Set<Node> types(Graph graph, Node entity) {
    return graph.find(entity, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject).toSet();
  }

  /** The entities whose names, or whose rank among others, a change may have altered. */
  static Set<Node> touched(Change change, Graph after) {
    Set<Node> touched = new HashSet<>();
    change.added().forEach(quad -> touch(quad, after, touched));
    change.deleted().forEach(quad -> touch(quad, after, touched));
    return touched;
  }

  private static void touch(Quad quad, Graph after, Set<Node> touched) {
    Node subject = quad.getSubject();
    if (subject.isURI()) {
      touched.add(subject);
    }
    if (quad.getObject().isURI()) {
      touched.add(quad.getObject());
    }
    if (quad.getPredicate().equals(Properties.CREDITED_AS)) {
      for (Node role : CREDITED) {
        Iterator<Triple> roles = after.find(subject, role, Node.ANY);
        roles.forEachRemaining(triple -> touched.add(triple.getObject()));
      }
    }
  }
}
