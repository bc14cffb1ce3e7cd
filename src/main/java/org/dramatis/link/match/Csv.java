package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.List;

/** Reads a table as RFC 4180 has it, with another separator if need be. */
final class Csv {

  /** A line of the table, and where it begins in the text. */
  record Row(long line, List<String> cells) {}

  private final String text;
  private final char separator;
  private int at;
  private long line = 1;

  Csv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  boolean hasNext() {
    return at < text.length();
  }

  /** The next line that is not empty, or one without cells at the end. */
  Row next() throws UnreadableDataException {
    long begins = line;
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && cell.isEmpty() && separator != '\t') {
        quoted(cell, begins);
      } else if (c == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        at++;
      } else if (c == '\n' || c == '\r') {
        endOfLine();
        break;
      } else {
        cell.append(c);
        at++;
      }
    }
    if (cells.isEmpty() && cell.isEmpty()) {
      return new Row(begins, List.of());
    }
    cells.add(cell.toString());
    return new Row(begins, cells);
  }

  private void endOfLine() {
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
  }

  private void quoted(StringBuilder cell, long begins) throws UnreadableDataException {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' && text.startsWith("\"\"", at)) {
        cell.append('"');
        at += 2;
      } else if (c == '"') {
        at++;
        return;
      } else {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
        at++;
      }
    }
    throw new UnreadableDataException("line " + begins, "a quotation mark is not closed");
  }
}
