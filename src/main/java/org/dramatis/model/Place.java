package org.dramatis.model;

/**
 * Where in a file something is. Line and column are counted from 1, columns in characters as an
 * editor counts them; 0 means that only the file, or only the line, is known.
 */
public record Place(String file, long line, long column) {

  /** Refuses a column without a line. */
  public Place {
    if (line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column);
    }
  }

  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0, 0);
  }

  /** A line of a file. */
  public static Place of(String file, long line) {
    return new Place(file, line, 0);
  }

  /** The form that editors and terminals turn into a link: {@code file:line:column}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
