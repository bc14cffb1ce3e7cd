package org.dramatis.ingest;

import org.apache.jena.riot.Lang;

/**
 * Measures how deeply brackets stand within brackets, before a parser goes down into them by
 * recursion. How far that would go depends on the thread and on how the parser is compiled; what is
 * refused here does not.
 */
final class Nesting {

  /** Far more than anybody writes, far less than any parser or writer can take. */
  static final int LIMIT = 500;

  private final String text;
  private int at;
  private int depth;
  private int deepest;

  private Nesting(String text) {
    this.text = text;
  }

  /** Whether the text is nested beyond the limit, as far as it can be told without parsing it. */
  static boolean isTooDeep(String text, Lang lang) {
    Nesting nesting = new Nesting(text);
    if (lang.equals(Lang.RDFXML)) {
      nesting.xml();
    } else if (lang.equals(Lang.JSONLD)) {
      nesting.json();
    } else {
      nesting.turtle();
    }
    return nesting.deepest > LIMIT;
  }

  private void open() {
    depth++;
    deepest = Math.max(deepest, depth);
  }

  private void close() {
    depth = Math.max(0, depth - 1);
  }

  private void json() {
    while (at < text.length()) {
      switch (text.charAt(at++)) {
        case '[', '{' -> open();
        case ']', '}' -> close();
        case '"' -> skipString('"');
        default -> {}
      }
    }
  }

  private void turtle() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '(', '[', '{' -> open();
        case ')' -> {
          skip(">>");
          close();
        }
        case ']', '}' -> close();
        case '"', '\'' -> skipTurtleString(c);
        case '#' -> skipPast("\n");
        case '\\' -> at++;
        case '<' -> {
          if (skip("<")) {
            skip("(");
            open();
          } else {
            skipIri();
          }
        }
        case '>' -> {
          if (skip(">")) {
            close();
          }
        }
        default -> {}
      }
    }
  }

  private void xml() {
    while (at < text.length()) {
      if (text.charAt(at++) != '<') {
        continue;
      }
      if (skip("!--")) {
        skipPast("-->");
      } else if (skip("![CDATA[")) {
        skipPast("]]>");
      } else if (skip("?")) {
        skipPast("?>");
      } else if (skip("/")) {
        close();
      } else if (!skip("!") && !skipTag()) {
        open();
      }
    }
  }

  /** Moves past a tag; true if the element ends with it. */
  private boolean skipTag() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' || c == '\'') {
        skipPast(String.valueOf(c));
      } else if (c == '>') {
        return text.charAt(at - 2) == '/';
      }
    }
    return false;
  }

  private boolean skip(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void skipPast(String token) {
    int found = text.indexOf(token, at);
    at = found < 0 ? text.length() : found + token.length();
  }

  private void skipTurtleString(char quote) {
    String three = String.valueOf(quote).repeat(3);
    if (!text.startsWith(three, at - 1)) {
      skipString(quote);
      return;
    }
    at += 2;
    while (at < text.length() && !text.startsWith(three, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += 3;
  }

  /** A string that is not closed ends with its line, so that it hides nothing of what follows. */
  private void skipString(char quote) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote || c == '\n') {
        return;
      }
      at += c == '\\' ? 1 : 0;
    }
  }

  /** An IRI has no spaces; what looks like one and is none hides nothing. */
  private void skipIri() {
    int end = at;
    while (end < text.length() && text.charAt(end) > ' ') {
      if (text.charAt(end++) == '>') {
        at = end;
        return;
      }
    }
  }
}
