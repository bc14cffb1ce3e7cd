package org.dramatis.query.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts any text into pieces that look like SPARQL. Unlike the parser's own scanner it never gives
 * up: a misspelt keyword is a word, an unclosed string is a piece like others.
 */
final class Scanner {

  private static final List<String> LONG_MARKS =
      List.of("<<(", ")>>", "<<", ">>", "<=", ">=", "!=", "&&", "||", "^^", "{|", "|}");
  private static final String SHORT_MARKS = "{}()[];,.=<>!*/+-|^~&?@:$";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d++(?:\\.\\d++)?|\\.\\d++)(?:[eE][+-]?\\d++)?");
  private static final Pattern IRI = Pattern.compile("<[^<>\"{}|^`\\\\\\x00-\\x20]*+>");
  private static final Pattern UNCLOSED_IRI =
      Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]*+:[^\\s<>\"{}]*+");
  // What these two pass by before they know that there is none is passed by again from the next
  // piece on, so that without bounds the time would grow with the square of the text.
  private static final Pattern BARE_IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,62}+://[^\\s<>\"{}|\\\\^`]*+");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:\\p{L}[\\p{L}\\p{N}_.-]{0,126}+)?:(?:[\\p{L}\\p{N}_:.%-]|\\\\.)*+", Pattern.DOTALL);
  private static final Pattern BLANK_NODE = Pattern.compile("_:[\\p{L}\\p{N}_.-]++");
  private static final Pattern VARIABLE = Pattern.compile("[?$][\\p{L}\\p{N}_]++");
  private static final Pattern LANGUAGE = Pattern.compile("@[A-Za-z][A-Za-z0-9-]*+");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int lineStart;

  private Scanner(String text) {
    this.text = text;
  }

  /** The pieces, of which the last is the end of the text: right behind the last real piece. */
  static List<Token> scan(String text) {
    Scanner scanner = new Scanner(text);
    while (scanner.skipBlanks()) {
      scanner.next();
    }
    scanner.tokens.add(scanner.end());
    return scanner.tokens;
  }

  private Token end() {
    if (tokens.isEmpty()) {
      return new Token(Token.Kind.END, "", 0, 1, 1);
    }
    Token last = tokens.getLast();
    int lineBreak = last.text().lastIndexOf('\n');
    long lines = last.text().chars().filter(c -> c == '\n').count();
    int column =
        lineBreak < 0 ? last.column() + last.text().length() : last.text().length() - lineBreak;
    return new Token(Token.Kind.END, "", last.end(), last.line() + (int) lines, column);
  }

  private boolean skipBlanks() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#') {
        position = endOfLine();
      } else if (!Character.isWhitespace(c)) {
        return true;
      } else {
        take(1);
      }
    }
    return false;
  }

  private void take(int length) {
    for (int i = 0; i < length; i++) {
      if (text.charAt(position++) == '\n') {
        line++;
        lineStart = position;
      }
    }
  }

  private int endOfLine() {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }

  private void next() {
    char c = text.charAt(position);
    if (c == '"' || c == '\'') {
      string(c);
    } else if (!(matches(IRI, Token.Kind.IRI)
        || matches(UNCLOSED_IRI, Token.Kind.UNCLOSED_IRI)
        || matches(BLANK_NODE, Token.Kind.BLANK_NODE)
        || matches(BARE_IRI, Token.Kind.BARE_IRI)
        || name()
        || matches(VARIABLE, Token.Kind.VARIABLE)
        || matches(LANGUAGE, Token.Kind.LANGUAGE)
        || matches(NUMBER, Token.Kind.NUMBER)
        || matches(WORD, Token.Kind.WORD))) {
      mark(c);
    }
  }

  private boolean matches(Pattern pattern, Token.Kind kind) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    add(kind, matcher.end() - position);
    return true;
  }

  /** The dot at the end of a name is not part of it. */
  private boolean name() {
    Matcher matcher = NAME.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    int end = matcher.end();
    while (text.charAt(end - 1) == '.') {
      end--;
    }
    add(Token.Kind.PREFIXED_NAME, end - position);
    return true;
  }

  private void string(char quote) {
    String three = String.valueOf(quote).repeat(3);
    String mark = text.startsWith(three, position) ? three : String.valueOf(quote);
    int end = position + mark.length();
    int last = mark.length() == 1 ? endOfLine() : text.length();
    while (end < last && !text.startsWith(mark, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end < last) {
      add(Token.Kind.STRING, end + mark.length() - position);
    } else {
      add(Token.Kind.UNCLOSED_STRING, last - position);
    }
  }

  private void mark(char c) {
    for (String mark : LONG_MARKS) {
      if (text.startsWith(mark, position)) {
        add(Token.Kind.MARK, mark.length());
        return;
      }
    }
    boolean known = SHORT_MARKS.indexOf(c) >= 0;
    add(
        known ? Token.Kind.MARK : Token.Kind.STRAY,
        Character.charCount(text.codePointAt(position)));
  }

  private void add(Token.Kind kind, int length) {
    String piece = text.substring(position, position + length);
    tokens.add(new Token(kind, piece, position, line, position - lineStart + 1));
    take(length);
  }
}
