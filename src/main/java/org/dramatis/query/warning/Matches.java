package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementDataset;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
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
    matches.check(query.getQueryPattern(), Quad.defaultGraphIRI, Effect.EMPTY);
    return matches.warnings;
  }

  /** What is asked of another service need not match anything here. */
  private void check(Element element, Node graph, Effect effect) {
    switch (element) {
      case ElementGroup group -> group.getElements().forEach(part -> check(part, graph, effect));
      case ElementUnion union -> union.getElements().forEach(part -> check(part, graph, effect));
      case ElementOptional optional -> check(optional.getOptionalElement(), graph, Effect.OPTIONAL);
      case ElementMinus minus -> check(minus.getMinusElement(), graph, Effect.MINUS);
      case ElementFilter filter -> inFilter(filter, graph);
      case ElementNamedGraph named -> inGraph(named, effect);
      case ElementDataset other -> check(other.getElement(), graph, effect);
      case ElementSubQuery sub -> check(sub.getQuery().getQueryPattern(), graph, effect);
      case ElementPathBlock block ->
          block.getPattern().getList().forEach(triple -> check(triple, graph, effect));
      case ElementTriplesBlock block ->
          block.getPattern().getList().forEach(triple -> check(triple, graph, effect));
      default -> {}
    }
  }

  private void inFilter(ElementFilter filter, Node graph) {
    Expressions.inExists(
        filter.getExpr(),
        exists ->
            check(
                exists.getElement(),
                graph,
                exists instanceof E_NotExists ? Effect.NOT_EXISTS : Effect.EXISTS));
  }

  /** Whether a graph exists at all is said elsewhere. */
  private void inGraph(ElementNamedGraph named, Effect effect) {
    Node name = named.getGraphNameNode();
    if (!name.isConcrete()) {
      check(named.getElement(), Node.ANY, effect);
    } else if (asked.containsGraph(name) || Quad.isUnionGraph(name)) {
      check(named.getElement(), name, effect);
    }
  }

  private void check(TriplePath triple, Node graph, Effect effect) {
    if (triple.isTriple()) {
      check(triple.asTriple(), graph, effect);
    } else {
      links(triple.getPath(), graph, effect);
    }
  }

  private void check(Triple triple, Node graph, Effect effect) {
    Node predicate = any(triple.getPredicate());
    if (!asked.contains(graph, any(triple.getSubject()), predicate, any(triple.getObject()))) {
      warn(explanation.of(triple, asked, graph), effect);
    }
  }

  private void warn(Warning warning, Effect effect) {
    if (effect.isSurprising(warning.code())) {
      warnings.add(effect.tell(warning));
    }
  }

  private void links(Path path, Node graph, Effect effect) {
    switch (path) {
      case P_NegPropSet _ -> {}
      case P_Link link -> link(link.getNode(), graph, effect);
      case P_ReverseLink link -> link(link.getNode(), graph, effect);
      case P_ZeroOrMore1 many -> links(many.getSubPath(), graph, Effect.NO_STEP);
      case P_ZeroOrMoreN many -> links(many.getSubPath(), graph, Effect.NO_STEP);
      case P_ZeroOrOne many -> links(many.getSubPath(), graph, Effect.NO_STEP);
      case P_Path1 one -> links(one.getSubPath(), graph, effect);
      case P_Alt either -> {
        // The other one may still lead somewhere.
        links(either.getLeft(), graph, Effect.EMPTY);
        links(either.getRight(), graph, Effect.EMPTY);
      }
      case P_Path2 two -> {
        links(two.getLeft(), graph, effect);
        links(two.getRight(), graph, effect);
      }
      default -> {}
    }
  }

  private void link(Node predicate, Node graph, Effect effect) {
    if (!asked.contains(graph, Node.ANY, predicate, Node.ANY)) {
      warn(explanation.ofPredicate(predicate), effect);
    }
  }

  /** A triple term with variables in it is not looked into. */
  static Node any(Node node) {
    return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
  }
}
