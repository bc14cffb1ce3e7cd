package org.dramatis.store;

import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.Version;

/**
 * The dataset at one version, until it is closed by the thread that opened it.
 *
 * @param version the last change that it contains
 * @param dataset named graphs as the sources have them, and their union as the default graph; it
 *     cannot be written through
 */
public record Snapshot(Version version, DatasetGraph dataset) implements AutoCloseable {

  @Override
  public void close() {
    dataset.end();
  }
}
