package org.dramatis.query;

import org.apache.jena.query.QueryCancelledException;

/**
 * A text that can be read only until a deadline. A regular expression may take longer than the age
 * of the universe and knows no way to be stopped, but it has to read its text.
 */
final class BoundedText implements CharSequence {

  private static final int READS_BETWEEN_LOOKS = 1024;

  private final String text;
  private final long deadline;
  private int reads;

  /** The deadline is a value of {@link System#nanoTime}. */
  BoundedText(String text, long deadline) {
    this.text = text;
    this.deadline = deadline;
  }

  @Override
  public char charAt(int index) {
    reads++;
    if (reads == READS_BETWEEN_LOOKS) {
      reads = 0;
      if (System.nanoTime() - deadline > 0) {
        throw new QueryCancelledException();
      }
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
