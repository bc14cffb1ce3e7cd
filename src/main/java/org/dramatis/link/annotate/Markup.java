package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text that a reader of HTML sees, and where in the HTML each letter of it stands. No page is
 * so broken that nothing is left of it: what is no tag is text.
 */
public final class Markup {

  /** What of an element is not read. */
  private static final Set<String> UNREAD =
      Set.of("script", "style", "template", "noscript", "textarea", "title", "iframe", "svg");

  /** These stand within a line and part no words; all others do. */
  private static final Set<String> WITHIN =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
          "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
          "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  private static final String PARTED = "\n\n";

  /** Letters that stand in the text as they do in the HTML: so many from here, that are there. */
  private record Piece(int inText, int inHtml, int length, int htmlLength) {}

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private Markup(String html) {
    this.html = html;
  }

  /** Reads a page, or a piece of one. */
  public static Markup read(String html) {
    Markup markup = new Markup(html);
    markup.read();
    return markup;
  }

  /** What is to be read. */
  public String text() {
    return text.toString();
  }

  /** Where a char of the text begins in the HTML. */
  public int start(int index) {
    Piece piece = piece(index);
    return piece.length() == piece.htmlLength()
        ? piece.inHtml() + index - piece.inText()
        : piece.inHtml();
  }

  /** Where in the HTML the char of the text ends that is before this place. */
  public int end(int index) {
    Piece piece = piece(index - 1);
    return piece.length() == piece.htmlLength()
        ? piece.inHtml() + index - piece.inText()
        : piece.inHtml() + piece.htmlLength();
  }

  private Piece piece(int index) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).inText() <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pieces.get(low);
  }

  private void read() {
    while (at < html.length()) {
      char sign = html.charAt(at);
      if (sign == '<' && isTag()) {
        tag();
      } else if (sign == '&') {
        reference();
      } else {
        letters();
      }
    }
  }

  private void letters() {
    int start = at;
    at++;
    while (at < html.length() && html.charAt(at) != '<' && html.charAt(at) != '&') {
      at++;
    }
    add(html.substring(start, at), start, at - start);
  }

  private void add(String words, int inHtml, int htmlLength) {
    pieces.add(new Piece(text.length(), inHtml, words.length(), htmlLength));
    text.append(words);
  }

  private boolean isTag() {
    if (at + 1 >= html.length()) {
      return false;
    }
    char next = html.charAt(at + 1);
    return next == '!'
        || next == '?'
        || isLetter(next)
        || (next == '/' && at + 2 < html.length() && isLetter(html.charAt(at + 2)));
  }

  private static boolean isLetter(char sign) {
    return (sign | 0x20) >= 'a' && (sign | 0x20) <= 'z';
  }

  private void tag() {
    int start = at;
    if (html.startsWith("<!--", at)) {
      at = behind("-->", at + 4);
    } else if (!isLetter(html.charAt(at + 1)) && html.charAt(at + 1) != '/') {
      at = behind(">", at + 1);
    } else {
      boolean closing = html.charAt(at + 1) == '/';
      String name = name(at + (closing ? 2 : 1));
      at = behindTag(at + 1);
      if (!closing && UNREAD.contains(name) && html.charAt(at - 2) != '/') {
        at = behindElement(name);
      }
      if (!WITHIN.contains(name)) {
        add(PARTED, start, at - start);
      }
    }
  }

  private String name(int from) {
    int end = from;
    while (end < html.length()
        && (isLetter(html.charAt(end)) || Character.isDigit(html.charAt(end)))) {
      end++;
    }
    return html.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private int behind(String mark, int from) {
    int found = html.indexOf(mark, from);
    return found < 0 ? html.length() : found + mark.length();
  }

  /** A quoted value may have what ends a tag elsewhere. */
  private int behindTag(int from) {
    int i = from;
    while (i < html.length() && html.charAt(i) != '>') {
      char sign = html.charAt(i);
      if ((sign == '"' || sign == '\'') && isValue(i)) {
        int closing = html.indexOf(sign, i + 1);
        if (closing < 0) {
          return html.length();
        }
        i = closing;
      }
      i++;
    }
    return Math.min(html.length(), i + 1);
  }

  private boolean isValue(int quote) {
    int before = quote - 1;
    while (Character.isWhitespace(html.charAt(before))) {
      before--;
    }
    return html.charAt(before) == '=';
  }

  private int behindElement(String name) {
    int from = at;
    while (from < html.length()) {
      int found = html.indexOf("</", from);
      if (found < 0) {
        return html.length();
      }
      if (name(found + 2).equals(name)) {
        return behindTag(found + 2);
      }
      from = found + 2;
    }
    return html.length();
  }

  private void reference() {
    CharacterReference.Read read = CharacterReference.read(html, at);
    add(read.text(), at, read.length());
    at += read.length();
  }
}
