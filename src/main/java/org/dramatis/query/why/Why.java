package org.dramatis.query.why;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a query has no answer, or that it has one.
 *
 * @param empty whether the answer is empty
 * @param sentence the reason in words
 * @param elements the parts of the pattern, in the order in which they were tried
 * @param culprit the part that empties the answer, if one does
 * @param together the parts that match nothing together, although all but the culprit do
 * @param without the rows that remain without the culprit
 * @param hints what was probably meant
 */
public record Why(
    boolean empty,
    String sentence,
    List<Element> elements,
    Optional<String> culprit,
    List<String> together,
    OptionalLong without,
    List<String> hints) {

  /** Rows are counted up to this number. */
  public static final int MOST = 10_000;

  /**
   * A part of the pattern.
   *
   * @param kind what it is: pattern, filter, and so on
   * @param text as it can be written in a query
   * @param rows the rows of this part by itself; for a filter, nothing
   * @param joined the rows of all parts up to this one
   */
  public record Element(String kind, String text, OptionalLong rows, long joined) {}

  /** A query that has an answer. */
  static Why notEmpty() {
    return new Why(
        false,
        "the answer is not empty",
        List.of(),
        Optional.empty(),
        List.of(),
        OptionalLong.empty(),
        List.of());
  }
}
