package org.dramatis.ingest;

import org.dramatis.model.Place;

/**
 * A place in a text: line and column counted from 1, columns in Unicode code points.
 *
 * @param line the line
 * @param column the column
 */
record Position(long line, long column) {

  /** Where the next character after the text would stand. */
  static Position endOf(String text) {
    return at(text, text.length());
  }

  /** Where the character with this index stands. */
  static Position at(String text, int index) {
    long line = 1;
    int lineStart = 0;
    for (int i = 0; i < index; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, text.codePointCount(lineStart, index) + 1L);
  }

  /** The index in the text of a line and a column that are counted in chars, or its length. */
  static int indexOf(String text, long line, long charColumn) {
    int start = 0;
    for (long i = 1; i < line; i++) {
      int newline = text.indexOf('\n', start);
      if (newline < 0) {
        return text.length();
      }
      start = newline + 1;
    }
    return (int) Math.min(text.length(), start + Math.max(0, charColumn - 1));
  }

  /** The column in code points of a column that is counted in chars. */
  static long codePoints(String line, long charColumn) {
    int index = (int) Math.min(line.length(), Math.max(0, charColumn - 1));
    return line.codePointCount(0, index) + 1L;
  }

  Place in(String file) {
    return new Place(file, line, column);
  }
}
