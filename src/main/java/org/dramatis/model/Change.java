package org.dramatis.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What one accepted document, upload or update does to the dataset: immutable, and applied as a
 * whole or not at all.
 *
 * @param source the IRI of the source on whose account the change is made
 * @param message one line that tells a reader of the log what happened
 * @param added the quads that are new, each once
 * @param deleted the quads that go, each once; none of them is also added
 */
public record Change(Node source, String message, List<Quad> added, List<Quad> deleted) {

  /** Refuses a change that could not be written down and applied again with the same effect. */
  public Change {
    if (!source.isURI()) {
      throw new IllegalArgumentException("a source has an IRI: " + source);
    }
    if (message.isBlank() || message.lines().count() != 1) {
      throw new IllegalArgumentException("the message of a change is one line: " + message);
    }
    added = distinct(added);
    deleted = distinct(deleted);
    Set<Quad> both = new HashSet<>(added);
    both.retainAll(new HashSet<>(deleted));
    if (!both.isEmpty()) {
      throw new IllegalArgumentException("added and deleted at once: " + both.iterator().next());
    }
  }

  /** Whether the change would leave every graph as it is. */
  public boolean isEmpty() {
    return added.isEmpty() && deleted.isEmpty();
  }

  private static List<Quad> distinct(List<Quad> quads) {
    Set<Quad> kept = new LinkedHashSet<>(quads);
    for (Quad quad : kept) {
      if (!quad.getGraph().isURI() || Quad.isDefaultGraph(quad.getGraph())) {
        throw new IllegalArgumentException("every statement belongs to a named graph: " + quad);
      }
      if (!quad.isConcrete()) {
        throw new IllegalArgumentException("not a statement of RDF: " + quad);
      }
    }
    return List.copyOf(kept);
  }
}
