package org.dramatis.link.annotate;

import java.util.List;

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

  /** The same with others. */
  Spot with(List<Entry> others) {
    return new Spot(start, end, place, words, others);
  }

  boolean has(Entry.Form form) {
    return entries.stream().anyMatch(entry -> entry.form() == form);
  }
}
