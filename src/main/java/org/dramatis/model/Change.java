package org.dramatis.model;

import java.util.Collection;
import java.util.Collections;
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
 * <p>A graph is there as long as it holds a statement. One that was created is there without any,
 * too, until it is dropped.
 *
 * <p>Statements are kept in memory, or where they stand if they are {@link StoredStatements}. Those
 * are taken as they are: whoever stores them sees to it that none is added and deleted at once.
 *
 * @param author who makes the change: the name of a token, or {@link #PROJECT}
 * @param message one line that tells a reader of the log what happened
 * @param added the quads that are new, each once
 * @param deleted the quads that go, each once; none of them is also added
 * @param created the graphs that are there from now on even when they hold nothing
 * @param dropped the graphs that from now on are there only when they hold something
 */
public record Change(
    String author,
    String message,
    Collection<Quad> added,
    Collection<Quad> deleted,
    Set<Node> created,
    Set<Node> dropped) {

  /** The author of what the project's own files say. */
  public static final String PROJECT = "project";

  /** Refuses a change that could not be written down and applied again with the same effect. */
  public Change {
    requireLine("author", author);
    requireLine("message", message);
    added = distinct(added);
    deleted = distinct(deleted);
    created = Collections.unmodifiableSet(new LinkedHashSet<>(created));
    dropped = Collections.unmodifiableSet(new LinkedHashSet<>(dropped));
    created.forEach(Change::requireName);
    dropped.forEach(Change::requireName);
    requireDisjoint("added and deleted", added, deleted);
    requireDisjoint("created and dropped", created, dropped);
  }

  /** A change of statements only. */
  public Change(String author, String message, Collection<Quad> added, Collection<Quad> deleted) {
    this(author, message, added, deleted, Set.of(), Set.of());
  }

  /** Whether the change would leave every graph as it is. */
  public boolean isEmpty() {
    return added.isEmpty() && deleted.isEmpty() && created.isEmpty() && dropped.isEmpty();
  }

  /** Whether its statements are read from where they stand, which may not be for long. */
  public boolean isStored() {
    return added instanceof StoredStatements || deleted instanceof StoredStatements;
  }

  /** The same change in memory, as far as that goes. */
  public Change inMemory() {
    return new Change(author, message, List.copyOf(added), List.copyOf(deleted), created, dropped);
  }

  /** The graphs that are changed, the default graph as {@link Quad#defaultGraphIRI}. */
  public Set<Node> graphs() {
    Set<Node> graphs = new LinkedHashSet<>();
    added.forEach(quad -> graphs.add(quad.getGraph()));
    deleted.forEach(quad -> graphs.add(quad.getGraph()));
    graphs.addAll(created);
    graphs.addAll(dropped);
    return graphs;
  }

  private static void requireLine(String what, String text) {
    if (text.isBlank() || text.lines().count() != 1) {
      throw new IllegalArgumentException("the " + what + " of a change is one line: " + text);
    }
  }

  private static void requireName(Node graph) {
    if (!graph.isURI() || Quad.isDefaultGraph(graph)) {
      throw new IllegalArgumentException("not the name of a graph: " + graph);
    }
  }

  private static <T> void requireDisjoint(String what, Collection<T> some, Collection<T> others) {
    if (some instanceof StoredStatements || others instanceof StoredStatements) {
      return;
    }
    Set<T> both = new HashSet<>(some);
    both.retainAll(new HashSet<>(others));
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(what + " at once: " + both.iterator().next());
    }
  }

  private static Collection<Quad> distinct(Collection<Quad> quads) {
    if (quads instanceof StoredStatements) {
      return quads;
    }
    Set<Quad> kept = new LinkedHashSet<>();
    for (Quad quad : quads) {
      if (!quad.isConcrete()) {
        throw new IllegalArgumentException("not a statement of RDF: " + quad);
      }
      if (quad.isDefaultGraph()) {
        kept.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
      } else {
        requireName(quad.getGraph());
        kept.add(quad);
      }
    }
    return List.copyOf(kept);
  }
}
