package org.dramatis.ingest;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.dramatis.model.Change;

/**
 * Somebody who may change the dataset.
 *
 * @param name how the log calls them
 * @param mayWrite the graphs they may change
 * @param once what they ask for, if they may ask for it again
 */
public record Writer(String name, Predicate<Node> mayWrite, Optional<Once> once) {

  /** Somebody who does not ask for the same thing again. */
  public Writer(String name, Predicate<Node> mayWrite) {
    this(name, mayWrite, Optional.empty());
  }

  /** The project's own files, which may say anything. */
  public static final Writer PROJECT = new Writer(Change.PROJECT, graph -> true);
}
