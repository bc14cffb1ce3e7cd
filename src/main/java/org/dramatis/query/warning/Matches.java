package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementDataset;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/** Patterns that no statement of the data can match. */
final class Matches {

  private final DatasetGraph asked;
  private final Explanation explanation;
  private final List<Warning> warnings = new ArrayList<>();

  private Matches(DatasetGraph asked, Explanation explanation) {
    this.asked = asked;
    this.explanation = explanation;
  }

  /**
   * The warnings.
   *
   * @param asked the graphs that the query chooses from the dataset
   */
  static List<Warning> of(Query query, DatasetGraph asked, DatasetGraph dataset) {
    Matches matches = new Matches(asked, new Explanation(dataset));
    matches.check(query.getQueryPattern(), Quad.defaultGraphIRI);
    return matches.warnings;
  }

  /** What is asked of another service or left out by MINUS need not match anything. */
  private void check(Element element, Node graph) {
    switch (element) {
      case ElementGroup group -> group.getElements().forEach(part -> check(part, graph));
      case ElementUnion union -> union.getElements().forEach(part -> check(part, graph));
      case ElementOptional optional -> check(optional.getOptionalElement(), graph);
      case ElementNamedGraph named -> inGraph(named);
      case ElementDataset other -> check(other.getElement(), graph);
      case ElementSubQuery sub -> check(sub.getQuery().getQueryPattern(), graph);
      case ElementPathBlock block ->
          block.getPattern().getList().forEach(triple -> check(triple, graph));
      case ElementTriplesBlock block ->
          block.getPattern().getList().forEach(triple -> check(triple, graph));
      default -> {}
    }
  }

  /** Whether a graph exists at all is said elsewhere. */
  private void inGraph(ElementNamedGraph named) {
    Node name = named.getGraphNameNode();
    if (!name.isConcrete()) {
      check(named.getElement(), Node.ANY);
    } else if (asked.containsGraph(name) || Quad.isUnionGraph(name)) {
      check(named.getElement(), name);
    }
  }

  private void check(TriplePath triple, Node graph) {
    if (triple.isTriple()) {
      check(triple.asTriple(), graph);
    } else {
      links(triple.getPath(), graph);
    }
  }

  private void check(Triple triple, Node graph) {
    Node predicate = any(triple.getPredicate());
    if (!asked.contains(graph, any(triple.getSubject()), predicate, any(triple.getObject()))) {
      warnings.add(explanation.of(triple, asked, graph));
    }
  }

  private void links(Path path, Node graph) {
    switch (path) {
      case P_NegPropSet _ -> {}
      case P_Link link -> link(link.getNode(), graph);
      case P_ReverseLink link -> link(link.getNode(), graph);
      case P_Path1 one -> links(one.getSubPath(), graph);
      case P_Path2 two -> {
        links(two.getLeft(), graph);
        links(two.getRight(), graph);
      }
      default -> {}
    }
  }

  private void link(Node predicate, Node graph) {
    if (!asked.contains(graph, Node.ANY, predicate, Node.ANY)) {
      warnings.add(explanation.ofPredicate(predicate));
    }
  }

  /** A triple term with variables in it is not looked into. */
  static Node any(Node node) {
    return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
  }
}
