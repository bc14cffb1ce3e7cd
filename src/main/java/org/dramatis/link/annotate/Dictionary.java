package org.dramatis.link.annotate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.link.search.NamedThings;

/**
 * What may stand in a text for the entities of a version. A text is read as fast as it is long,
 * however many names there are. It never changes; the one of the next version shares with it what
 * has stayed the same.
 */
public final class Dictionary {

  /** If more than this have changed, what stays the same is written anew. */
  private static final int MOST_CHANGED = 10_000;

  private final Kinds kinds;
  private final Lexicon base;
  private final Lexicon changes;
  private final Set<Node> changed;

  private Dictionary(Kinds kinds, Lexicon base, Lexicon changes, Set<Node> changed) {
    this.kinds = kinds;
    this.base = base;
    this.changes = changes;
    this.changed = changed;
  }

  /** Of all names in a graph. */
  public static Dictionary of(Graph graph) {
    return of(graph, bytes -> {});
  }

  /**
   * Of all names in a graph.
   *
   * @param cost is told of the memory that each takes
   */
  public static Dictionary of(Graph graph, LongConsumer cost) {
    Kinds kinds = Kinds.of(graph);
    LexiconBuilder names = new LexiconBuilder(kinds, cost);
    NamedThings.each(graph, entity -> names.add(graph, entity));
    return new Dictionary(kinds, names.lexicon(), Lexicon.EMPTY, Set.of());
  }

  /**
   * The dictionary of a later version.
   *
   * @param touched the things whose names may have changed since this one
   * @param graph the later version
   * @param cost is told of the memory that each name takes
   * @return nothing if all names have to be read again, since they are read by other rules
   */
  Optional<Dictionary> after(Set<Node> touched, Graph graph, LongConsumer cost) {
    if (!Kinds.of(graph).equals(kinds)) {
      return Optional.empty();
    }
    boolean renewed = changed.size() + touched.size() > MOST_CHANGED;
    Lexicon same = renewed ? base.with(changes, changed) : base;
    Set<Node> all = new HashSet<>(touched);
    if (!renewed) {
      all.addAll(changed);
    }
    LexiconBuilder names = new LexiconBuilder(kinds, cost);
    all.stream().filter(Node::isURI).forEach(entity -> names.add(graph, entity));
    return Optional.of(new Dictionary(kinds, same, names.lexicon(), all));
  }

  /**
   * What the words so far are: the number of what is called so, or one of those of {@link Table}.
   */
  int find(long words) {
    int known = base.table().get(words);
    int added = changes.table().get(words);
    if (added < 0) {
      return Math.max(known, added);
    }
    return base.entries().size() + added;
  }

  /** What is called so; empty if the words only begin a name. */
  List<Entry> entries(long words, int found) {
    if (found < 0) {
      return List.of();
    }
    int added = found - base.entries().size();
    if (added < 0) {
      return Lexicon.without(base.entries().get(found), changed);
    }
    int known = base.table().get(words);
    List<Entry> more = changes.entries().get(added);
    return known < 0
        ? more
        : Lexicon.join(Lexicon.without(base.entries().get(known), changed), more);
  }
}
