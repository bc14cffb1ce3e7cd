package org.dramatis.ingest;

import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.dramatis.model.Change;

/**
 * Somebody who may change the dataset.
 *
 * @param name how the log calls them
 * @param mayWrite the graphs they may change
 */
public record Writer(String name, Predicate<Node> mayWrite) {

  /** The project's own files, which may say anything. */
  public static final Writer PROJECT = new Writer(Change.PROJECT, graph -> true);
}
