package org.dramatis.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/**
 * What the graph says of a source itself.
 *
 * @param kinds what it is beside a source
 * @param about what it is, in a sentence
 * @param dates when it was published
 * @param addresses where it is on the web
 * @param claims how many claims it makes
 */
public record SourceFacts(
    Labelled source,
    List<Labelled> kinds,
    Optional<String> about,
    List<Labelled> publishers,
    List<Labelled> dates,
    List<Labelled> licences,
    List<Labelled> addresses,
    long claims) {

  /** Reads them, with the words of a reader of claims. */
  public static SourceFacts of(Graph graph, Claims words, Node source) {
    return new SourceFacts(
        words.name(source),
        values(graph, words, source, RDF.type.asNode())
            .filter(kind -> !kind.node().equals(Classes.SOURCE))
            .toList(),
        words.comment(source),
        values(graph, words, source, DCTerms.publisher.asNode(), Properties.PUBLISHER).toList(),
        values(
                graph,
                words,
                source,
                DCTerms.issued.asNode(),
                DCTerms.date.asNode(),
                Properties.DATE)
            .toList(),
        values(graph, words, source, DCTerms.license.asNode()).toList(),
        values(graph, words, source, Properties.URL).toList(),
        graph.find(Node.ANY, Properties.SOURCE, source).mapWith(Triple::getSubject).toSet().size());
  }

  private static Stream<Labelled> values(
      Graph graph, Claims words, Node source, Node... properties) {
    return Stream.of(properties)
        .flatMap(property ->
            graph.find(source, property, Node.ANY).mapWith(Triple::getObject).toList().stream())
        .distinct()
        .sorted(TermOrder.INSTANCE)
        .map(words::name);
  }
}
