package org.dramatis.ingest;

/**
 * Knows just enough of Turtle's lexical rules to tell a full stop that ends a statement from one
 * inside a string, an IRI, a number or a comment.
 */
final class StatementEnds {

  private final String text;
  private final boolean graphs;
  private int at;
  private int depth;

  /** Begins where a statement begins. */
  StatementEnds(String text, boolean graphs, int start, boolean insideGraph) {
    this.text = text;
    this.graphs = graphs;
    this.at = start;
    this.depth = insideGraph ? 1 : 0;
  }

  /** Whether the place found lies between the braces of a graph. */
  boolean insideGraph() {
    return depth > 0;
  }

  /** Moves to the index, or past the lexical unit in which it lies. */
  int upTo(int index) {
    while (at < index) {
      skipOne();
    }
    return at;
  }

  /**
   * The index just after the first end of a statement that is not before the error, or the length
   * of the text.
   */
  int firstAfter(int error) {
    while (at < text.length()) {
      int here = at;
      if (skipOne() && here >= error) {
        return at;
      }
    }
    return text.length();
  }

  /** Moves past one lexical unit; true if a statement or a directive ends with it. */
  private boolean skipOne() {
    char c = text.charAt(at);
    switch (c) {
      case '#' -> at = endOfLine(at);
      case '"', '\'' -> skipString(c);
      case '<' -> skipIri();
      case '{' -> open();
      case '}' -> {
        return close();
      }
      case '.' -> {
        at++;
        return at == text.length() || Character.isWhitespace(text.charAt(at)) || closesGraph();
      }
      case '\n' -> {
        at++;
        return isDirective(at - 1);
      }
      default -> at++;
    }
    return false;
  }

  private void open() {
    at++;
    depth += graphs ? 1 : 0;
  }

  private boolean close() {
    at++;
    depth = Math.max(0, depth - 1);
    return graphs;
  }

  private boolean closesGraph() {
    return graphs && text.charAt(at) == '}';
  }

  /** A directive in the manner of SPARQL ends with its line and not with a full stop. */
  private boolean isDirective(int newline) {
    int start = text.lastIndexOf('\n', newline - 1) + 1;
    String line = text.substring(start, newline).stripLeading();
    return startsWithWord(line, "PREFIX")
        || startsWithWord(line, "BASE")
        || startsWithWord(line, "VERSION");
  }

  private static boolean startsWithWord(String line, String word) {
    return line.regionMatches(true, 0, word, 0, word.length())
        && line.length() > word.length()
        && Character.isWhitespace(line.charAt(word.length()));
  }

  private int endOfLine(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  /** A string that is not closed ends with its line, unless it was opened by three quotes. */
  private void skipString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    if (text.startsWith(three, at)) {
      int end = at + 3;
      while (end < text.length() && !text.startsWith(three, end)) {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      at = Math.min(text.length(), end + 3);
      return;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    at = end < text.length() && text.charAt(end) == quote ? end + 1 : Math.min(end, text.length());
  }

  /** An IRI has no spaces; what looks like one and is none is skipped as a single character. */
  private void skipIri() {
    int end = at + 1;
    while (end < text.length()
        && text.charAt(end) != '>'
        && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    at = end < text.length() && text.charAt(end) == '>' ? end + 1 : at + 1;
  }
}
