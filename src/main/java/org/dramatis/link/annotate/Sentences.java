package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the sentences of a text are. */
public final class Sentences {

  /**
   * One sentence, without the space around it.
   *
   * @param start where it begins, in chars
   * @param end behind its last char
   */
  public record Sentence(int start, int end) {}

  private static final String ENDS = ".!?…";

  /** These end a sentence without a space behind them. */
  private static final String FULL_ENDS = "。！？｡";

  private static final String CLOSING = "\"'”’»)]}」』";

  private static final String OPENING_QUOTES = "“«「";
  private static final String CLOSING_QUOTES = "”»」";
  private static final int LONGEST_QUOTATION = 1000;

  /** Words before a full stop that does not end a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "vol", "feat", "ft", "ep",
          "gen", "sgt", "capt", "lt", "col", "rev", "hon", "approx", "dept", "est", "e.g", "i.e",
          "u.s", "u.k", "a.k.a", "z.b", "bzw", "usw", "nr", "sra", "srta", "mme", "mlle");

  private final String text;
  private final List<Sentence> found = new ArrayList<>();
  private int start;

  private Sentences(String text) {
    this.text = text;
  }

  /** The sentences of a text, in their order. */
  public static List<Sentence> of(String text) {
    Sentences sentences = new Sentences(text);
    sentences.read();
    return sentences.found;
  }

  private void read() {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == ' ' || Character.isLetterOrDigit(sign)) {
        continue;
      }
      if (FULL_ENDS.indexOf(sign) >= 0) {
        i = closed(i + 1) - 1;
        end(i + 1);
      } else if (sign == '\n' && isBlankLine(i)) {
        end(i);
      } else if (ENDS.indexOf(sign) >= 0) {
        int end = closed(i + 1);
        if (ends(i, end)) {
          end(end);
        }
        i = end - 1;
      }
    }
    end(text.length());
  }

  /** Behind the marks that follow. */
  private int closed(int from) {
    int end = from;
    while (end < text.length()
        && (ENDS.indexOf(text.charAt(end)) >= 0 || CLOSING.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** Whether the rest of this line, from its end on, and the next line are empty. */
  private boolean isBlankLine(int newline) {
    int next = newline + 1;
    while (next < text.length() && " \t\r".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next >= text.length() || text.charAt(next) == '\n';
  }

  private boolean ends(int mark, int end) {
    if (end >= text.length()) {
      return true;
    }
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == end) {
      return false;
    }
    boolean small = next < text.length() && Character.isLowerCase(text.codePointAt(next));
    return !small
        && !(text.charAt(mark) == '.' && end == mark + 1 && isAbbreviated(mark))
        && !isQuoted(end);
  }

  /**
   * Whether a quotation that began within the sentence goes on: what somebody is quoted with
   * belongs to the sentence that quotes, however many it has. Some are never closed, and end
   * nothing.
   */
  private boolean isQuoted(int end) {
    for (int i = 0; i < OPENING_QUOTES.length(); i++) {
      int opened = lastOpened(OPENING_QUOTES.charAt(i), end);
      if (opened > firstLetter()) {
        char closing = CLOSING_QUOTES.charAt(i);
        int closed =
            text.indexOf(closing, opened, Math.min(text.length(), opened + LONGEST_QUOTATION));
        if (closed >= end && text.indexOf("\n\n", opened, closed) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private int lastOpened(char quote, int end) {
    int least = Math.max(start, end - LONGEST_QUOTATION);
    int opened = end - 1;
    while (opened >= least && text.charAt(opened) != quote) {
      opened--;
    }
    return opened;
  }

  private int firstLetter() {
    int first = start;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    return first;
  }

  /** Whether the full stop belongs to an initial or a short form. */
  private boolean isAbbreviated(int stop) {
    int from = stop;
    while (from > 0
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, stop);
    return (word.length() == 1 && Character.isUpperCase(word.charAt(0)))
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private void end(int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      found.add(new Sentence(from, to));
    }
    start = end;
  }
}
