package org.dramatis.model;

import java.util.AbstractCollection;
import org.apache.jena.sparql.core.Quad;

/**
 * Statements of a change that are too many for the memory, and are read from where they stand each
 * time that somebody goes through them.
 *
 * @implSpec Each statement is there once, is concrete, and stands in a graph that a {@link Change}
 *     may name; the default graph is {@link Quad#defaultGraphIRI}. What is read is the same each
 *     time. An iterator gives up what it reads from when it has come to its end.
 */
public abstract class StoredStatements extends AbstractCollection<Quad> {

  private final int size;

  /** So many statements. */
  protected StoredStatements(int size) {
    this.size = size;
  }

  @Override
  public final int size() {
    return size;
  }
}
