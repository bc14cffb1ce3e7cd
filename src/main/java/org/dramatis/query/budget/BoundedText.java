package org.dramatis.query.budget;

/**
 * A text that can be read only while a budget lasts. A regular expression may take longer than the
 * age of the universe and knows no way to be stopped, but it has to read its text.
 */
public final class BoundedText implements CharSequence {

  private static final int READS_BETWEEN_LOOKS = 1024;

  private final String text;
  private final Budget budget;
  private int reads;

  public BoundedText(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  @Override
  public char charAt(int index) {
    reads++;
    if (reads == READS_BETWEEN_LOOKS) {
      reads = 0;
      budget.check();
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
