package org.dramatis.link;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Namespaces;
import org.dramatis.model.ServiceRecord;

/**
 * What is left of an identifier that was merged into another or retired.
 *
 * @param gone the identifier
 * @param successor what is to be used instead, however many steps away; empty if nothing is
 * @param ended when it ended, as it is recorded
 * @param by who ended it
 * @param why the reason that was given
 * @param statements all that is recorded of it and of those on the way to the successor
 */
public record Tombstone(
    Node gone, Optional<Node> successor, String ended, String by, String why, Graph statements) {

  /** The tombstone of an identifier in a version of the dataset; empty if it has none there. */
  public static Optional<Tombstone> find(DatasetGraph dataset, Node identifier) {
    Graph statements = GraphFactory.createDefaultGraph();
    statements.getPrefixMapping().setNsPrefixes(Namespaces.prefixes());
    Optional<Node> step = Optional.of(identifier);
    while (step.isPresent() && isGone(dataset, step.get())) {
      Node met = step.get();
      boolean again = statements.contains(met, Node.ANY, Node.ANY);
      dataset
          .find(ServiceRecord.GRAPH, met, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> statements.add(quad.asTriple()));
      step = again ? Optional.empty() : value(statements, met, ServiceRecord.IS_REPLACED_BY);
    }
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tombstone(
                identifier,
                step,
                text(statements, identifier, ServiceRecord.ENDED),
                text(statements, identifier, ServiceRecord.BY),
                text(statements, identifier, ServiceRecord.WHY),
                statements));
  }

  private static boolean isGone(DatasetGraph dataset, Node identifier) {
    Iterator<Quad> ended =
        dataset.find(ServiceRecord.GRAPH, identifier, ServiceRecord.ENDED, Node.ANY);
    return ended.hasNext();
  }

  private static Optional<Node> value(Graph statements, Node subject, Node property) {
    return statements.find(subject, property, Node.ANY).nextOptional().map(t -> t.getObject());
  }

  private static String text(Graph statements, Node subject, Node property) {
    return value(statements, subject, property)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .orElse("");
  }
}
