package org.dramatis.query.budget;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Nodes that are looked for one at a time. */
public abstract class IteratorOfNodes implements Iterator<Node> {

  private Optional<Node> ready = Optional.empty();

  /** Looks for the next node and, when there is one, tells it by {@link #found}. */
  public abstract boolean advance();

  public final void found(Node node) {
    ready = Optional.of(node);
  }

  @Override
  public final boolean hasNext() {
    return ready.isPresent() || advance();
  }

  @Override
  public final Node next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Node node = ready.orElseThrow();
    ready = Optional.empty();
    return node;
  }
}
