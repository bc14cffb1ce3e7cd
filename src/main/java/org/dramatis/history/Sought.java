package org.dramatis.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** The statements whose history is asked for. */
public sealed interface Sought {

  /** Whether a statement is one of them. */
  boolean matches(Quad quad);

  /** The terms that each of them has somewhere. */
  List<Node> terms();

  /**
   * All that say something of a term, or with it.
   *
   * @param term the term
   */
  record About(Node term) implements Sought {

    @Override
    public boolean matches(Quad quad) {
      return Sought.termsOf(quad).anyMatch(term::equals);
    }

    @Override
    public List<Node> terms() {
      return List.of(term);
    }
  }

  /**
   * All with certain terms in certain places, in any graph if none is named.
   *
   * @param graph the graph
   * @param subject the subject
   * @param predicate the predicate
   * @param object the object
   */
  record Statement(
      Optional<Node> graph, Optional<Node> subject, Optional<Node> predicate, Optional<Node> object)
      implements Sought {

    @Override
    public boolean matches(Quad quad) {
      return is(graph, quad.getGraph())
          && is(subject, quad.getSubject())
          && is(predicate, quad.getPredicate())
          && is(object, quad.getObject());
    }

    private static boolean is(Optional<Node> wanted, Node term) {
      return wanted.isEmpty() || wanted.get().equals(term);
    }

    @Override
    public List<Node> terms() {
      return Stream.of(graph, subject, predicate, object).flatMap(Optional::stream).toList();
    }
  }

  /** All terms of a statement, with those of statements that it speaks of. */
  static Stream<Node> termsOf(Quad quad) {
    return Stream.concat(
        Stream.of(quad.getGraph()),
        Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject())
            .flatMap(Sought::withInner));
  }

  private static Stream<Node> withInner(Node node) {
    if (!node.isTripleTerm()) {
      return Stream.of(node);
    }
    Triple triple = node.getTriple();
    return Stream.concat(
        Stream.of(node),
        Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
            .flatMap(Sought::withInner));
  }
}
