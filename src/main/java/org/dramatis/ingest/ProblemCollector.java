package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Takes what Jena's parsers complain of. Their warnings count as errors here: an IRI or a literal
 * that is not legal is the reader's last chance to be told.
 */
final class ProblemCollector implements ErrorHandler {

  /** More than this nobody reads. */
  static final int LIMIT = 100;

  private static final String NO_WORDS = "the text is not legal in this syntax";

  /** Stops a parser when the limit is reached. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String file;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Map<String, Place> characters = new LinkedHashMap<>();
  private final Set<Place> known = new HashSet<>();
  private int complaints;
  private boolean more;
  private String lastMessage = "";
  private long lastLine;
  private long lastColumn;
  private Locator locator = (line, column) -> new Position(line, column);

  /** Turns a parser's line and column into those of the whole text. */
  interface Locator {
    Position locate(long line, long column);
  }

  ProblemCollector(String file) {
    this.file = file;
  }

  void locateBy(Locator replacement) {
    this.locator = replacement;
  }

  /** Forgets the problems of a first attempt that a second will find again. */
  void forget() {
    problems.clear();
    characters.clear();
    known.clear();
  }

  /** How often there was something to complain of; never less than the number of problems. */
  int complaints() {
    return complaints;
  }

  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (all.isEmpty()) {
      characters.forEach((message, place) ->
          all.add(new Problem.Malformed(place, clause(message), remedy("Bad IRI"))));
    }
    if (more) {
      all.add(new Problem.TooMany(Place.of(file), LIMIT));
    }
    return all;
  }

  @Override
  public void warning(@Nullable String message, long line, long column) {
    error(message, line, column);
  }

  @Override
  public void error(@Nullable String said, long line, long column) {
    String message = Objects.requireNonNullElse(said, NO_WORDS);
    if (message.contains(" character in IRI (")) {
      // The IRI as a whole is complained of next, so once is enough; see problems().
      complaints++;
      characters.putIfAbsent(message, place(line, column));
    } else {
      add(message, line, column);
    }
  }

  @Override
  public void fatal(@Nullable String said, long line, long column) {
    String message = Objects.requireNonNullElse(said, NO_WORDS);
    add(message, line, column);
    throw new RiotParseException(message, line, column);
  }

  /** The parser's own line for its last complaint, or something below 1 if it gave none. */
  long lastLine() {
    return lastLine;
  }

  /** The parser's own column, in chars, for its last complaint. */
  long lastColumn() {
    return lastColumn;
  }

  /** What the parser complained of last. */
  String lastMessage() {
    return lastMessage;
  }

  void add(String message, long line, long column) {
    add(message, remedy(message), line, column);
  }

  void add(String message, String remedy, long line, long column) {
    complaints++;
    lastMessage = message;
    lastLine = line;
    lastColumn = column;
    // The words may also be the document's own, in a message that knows of no line.
    boolean unclosed = line > 1 && message.contains("newline in string");
    Place place = unclosed ? lineBefore(line) : place(line, column);
    // A second complaint about the same place is mostly the first in other words.
    if (place.column() > 0 && !known.add(place)) {
      return;
    }
    if (problems.size() == LIMIT) {
      more = true;
      throw new Full();
    }
    problems.add(new Problem.Malformed(place, clause(message), remedy));
  }

  /** The document as a whole is too much for its syntax. */
  void tooCostly(String what) {
    problems.add(new Problem.TooCostly(Place.of(file), what));
  }

  /** A string that is not closed is noticed only on the next line. */
  private Place lineBefore(long line) {
    return Place.of(file, locator.locate(line - 1, 1).line());
  }

  private Place place(long line, long column) {
    return line <= 0 ? Place.of(file) : locator.locate(line, Math.max(1, column)).in(file);
  }

  private static String clause(String message) {
    return message.strip().replaceAll("\\.$", "");
  }

  private static String remedy(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.startsWith("undefined prefix")) {
      return "declare the prefix at the head of the file";
    }
    if (lower.startsWith("bad iri")
        || lower.startsWith("relative ur")
        || lower.startsWith("relative iri")) {
      return "write an absolute IRI as RFC 3987 has it";
    }
    if (lower.startsWith("lexical form")) {
      return "write a value of that datatype, or name another datatype";
    }
    if (lower.startsWith("language")) {
      return "use a language tag of BCP 47";
    }
    return "mend the syntax here";
  }
}
