package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/**
 * What stands for what: a tree of words in a table. One look tells whether the words so far begin a
 * name. Whoever has one does not change it.
 *
 * @param table the number of each way to call something, by its words
 * @param entries what is called so, by these numbers
 */
record Lexicon(Table table, List<List<Entry>> entries) {

  /** Without a name. */
  static final Lexicon EMPTY = new Lexicon(new Table(), List.of());

  /** The same where these things are called what another one says, and nothing else. */
  Lexicon with(Lexicon others, Set<Node> changed) {
    Table joined = table.copy();
    List<List<Entry>> all = new ArrayList<>(entries.size() + others.entries.size());
    entries.forEach(each -> all.add(without(each, changed)));
    others.table.each((words, number) -> {
      int known = joined.get(words);
      if (number < 0) {
        joined.putIfAbsent(words, Table.BEGINNING);
      } else if (known >= 0) {
        all.set(known, join(all.get(known), others.entries.get(number)));
      } else {
        joined.put(words, all.size());
        all.add(others.entries.get(number));
      }
    });
    return new Lexicon(joined, all);
  }

  /** What words stand for, but for these things. */
  static List<Entry> without(List<Entry> entries, Set<Node> things) {
    Predicate<Entry> gone = entry -> things.contains(entry.entity());
    return !things.isEmpty() && entries.stream().anyMatch(gone)
        ? entries.stream().filter(gone.negate()).toList()
        : entries;
  }

  static List<Entry> join(List<Entry> some, List<Entry> more) {
    List<Entry> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }
}
