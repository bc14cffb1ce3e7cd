package org.dramatis.link.annotate;

import java.util.List;
import java.util.function.Predicate;

/**
 * A place in a text where a name stands.
 *
 * @param start where it begins, in chars
 * @param end behind its last char
 * @param place where it begins, in code points
 * @param words how many words it has
 * @param entries what it may be
 */
record Spot(int start, int end, int place, int words, List<Entry> entries) {

  /** The same with no more than these entries, which mostly are all. */
  Spot only(Predicate<Entry> wanted) {
    for (Entry entry : entries) {
      if (!wanted.test(entry)) {
        return new Spot(start, end, place, words, entries.stream().filter(wanted).toList());
      }
    }
    return this;
  }

  /** Whether it can be nothing. */
  boolean isEmpty() {
    return entries.isEmpty();
  }
}
