package org.dramatis.link.annotate;

import java.util.List;
import org.dramatis.link.search.Name;

/**
 * A place in a text where something is mentioned. The first candidate is the one that is meant.
 *
 * @param range where it stands in the text
 * @param place where it begins, in code points
 * @param sentence the number of its sentence, counted from 0
 * @param candidates what it may be, the likeliest first; never none
 */
public record Mention(Range range, int place, int sentence, List<Candidate> candidates) {

  /**
   * A piece of a text.
   *
   * @param start where it begins, in chars
   * @param end behind its last char
   */
  public record Range(int start, int end) {

    /** The words of it. */
    public String in(String text) {
      return text.substring(start, end);
    }
  }

  /**
   * Something that a mention may be of.
   *
   * @param entry by what it is called so
   * @param score how sure it is, from 0 to 1
   */
  public record Candidate(Entry entry, double score) {

    /** The name of which it is made. */
    public Name name() {
      return entry.name();
    }
  }

  /** What is meant. */
  public Candidate chosen() {
    return candidates.getFirst();
  }
}
