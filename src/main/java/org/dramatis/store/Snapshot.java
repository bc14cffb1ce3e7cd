package org.dramatis.store;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;

/**
 * The dataset at one version, until it is closed by the thread that opened it.
 *
 * @param version the last change that it contains
 * @param dataset named graphs as the sources have them, and the default graph; it cannot be written
 *     through
 * @param defaultGraph what its default graph is
 * @param created the named graphs that are there even when they hold nothing
 */
public record Snapshot(
    Version version, DatasetGraph dataset, DefaultGraph defaultGraph, Set<Node> created)
    implements AutoCloseable {

  /** Copies the set. */
  public Snapshot {
    created = Set.copyOf(created);
  }

  /** All statements, each in the graph that it was said in; a union has none of its own. */
  public Iterator<Quad> statements() {
    return statements(Node.ANY);
  }

  /** Those with this subject. */
  public Iterator<Quad> statements(Node subject) {
    Iterator<Quad> named = dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY);
    return switch (defaultGraph) {
      case UNION -> named;
      case SEPARATE ->
          Iter.concat(dataset.find(Quad.defaultGraphIRI, subject, Node.ANY, Node.ANY), named);
    };
  }

  @Override
  public void close() {
    dataset.end();
  }
}
