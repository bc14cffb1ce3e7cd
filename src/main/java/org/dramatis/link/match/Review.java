package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person should look at, as a table in which the decisions are kept.
 *
 * @param rows decided ones first, as they were
 */
public record Review(List<Row> rows) {

  /** What a person said. */
  public enum Decision {
    OPEN,
    ACCEPTED,
    REJECTED;

    /** As it is written in the table. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A pair.
   *
   * @param by who decided, or nobody
   */
  public record Row(
      Decision decision,
      String by,
      double score,
      String from,
      String fromName,
      String to,
      String toName,
      String evidence) {}

  /** A line of the table that cannot be read. */
  public static final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(long line, String what) {
      super("line %d: %s".formatted(line, what));
    }
  }

  private static final String HEADER =
      "number\tdecision\tby\tscore\tfrom\tfrom_name\tto\tto_name\tevidence";
  private static final int COLUMNS = 9;

  /** What is decided stays; what is open is as it was found now. */
  public static Review of(List<Row> decided, List<Match> open) {
    List<Row> rows = new ArrayList<>();
    Set<String> pairs = new TreeSet<>();
    for (Row row : decided) {
      if (row.decision() != Decision.OPEN && pairs.add(row.from() + "\t" + row.to())) {
        rows.add(row);
      }
    }
    for (Match match : open) {
      rows.add(
          new Row(
              Decision.OPEN,
              "",
              match.score(),
              match.from().iri(),
              line(match.from().name()),
              match.to().iri(),
              line(match.to().name()),
              line(String.join("; ", match.evidence()))));
    }
    return new Review(List.copyOf(rows));
  }

  /** Reads a table. */
  public static Review read(String text) throws UnreadableException {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UnreadableException(1, "this is no review; it begins with " + HEADER);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      rows.add(row(i + 1, lines.get(i)));
    }
    return new Review(List.copyOf(rows));
  }

  private static Row row(long number, String line) throws UnreadableException {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new UnreadableException(
          number, "%d columns, and not %d".formatted(cells.length, COLUMNS));
    }
    try {
      return new Row(
          Decision.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          cells[2],
          Double.parseDouble(cells[3]),
          cells[4],
          cells[5],
          cells[6],
          cells[7],
          cells[8]);
    } catch (IllegalArgumentException wrong) {
      throw new UnreadableException(
          number, "a decision is open, accepted or rejected, and a score a number");
    }
  }

  /** The table. */
  public String write() {
    StringBuilder table = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      table.append(
          String.format(
              Locale.ROOT,
              "%d\t%s\t%s\t%.4f\t%s\t%s\t%s\t%s\t%s\n",
              i + 1,
              row.decision().word(),
              row.by(),
              row.score(),
              row.from(),
              row.fromName(),
              row.to(),
              row.toName(),
              row.evidence()));
    }
    return table.toString();
  }

  /** The same with a decision on some of its rows. */
  public Review decide(Set<Integer> numbers, Decision decision, String by) {
    List<Row> decided = new ArrayList<>(rows);
    for (int number : numbers) {
      Row row = rows.get(number - 1);
      decided.set(
          number - 1,
          new Row(
              decision,
              line(by),
              row.score(),
              row.from(),
              row.fromName(),
              row.to(),
              row.toName(),
              row.evidence()));
    }
    return new Review(List.copyOf(decided));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
