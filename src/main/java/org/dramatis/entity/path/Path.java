package org.dramatis.entity.path;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A way from one thing to another along statements, in whichever direction they are made.
 *
 * @param start where it begins
 * @param statements each has the thing that was reached before as its subject or its object
 */
public record Path(Node start, List<Triple> statements) {

  /** Copies the list. */
  public Path {
    statements = List.copyOf(statements);
  }

  /** The other end of a statement. */
  static Node other(Triple statement, Node end) {
    return statement.getSubject().equals(end) ? statement.getObject() : statement.getSubject();
  }

  /** The things on it, the two ends among them, in their order. */
  public List<Node> things() {
    List<Node> things = new ArrayList<>(List.of(start));
    statements.forEach(statement -> things.add(other(statement, things.getLast())));
    return things;
  }
}
