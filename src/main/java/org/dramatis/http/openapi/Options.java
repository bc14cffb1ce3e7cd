package org.dramatis.http.openapi;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.published.PublishedRequest;
import org.dramatis.query.answer.AnswerFormat;

/** What is said about an answer, wherever it is asked for. */
final class Options {

  static final String FORMAT = "format";
  private static final String TIMEOUT = "timeout";

  private Options() {}

  /** The format of a kind of answer. */
  static Field format(AnswerFormat.Kind kind) {
    return format(AnswerFormat.of(kind).stream().map(AnswerFormat::key))
        .shared(FORMAT + "-" + kind.name().toLowerCase(Locale.ROOT));
  }

  /** The format, which is one of these. */
  static Field format(Stream<String> keys) {
    return Field.optional(
        FORMAT,
        "The format of the answer; it goes before the header Accept.",
        Schemas.oneOf(keys.toList()));
  }

  static Field version() {
    return Field.optional(
            Versions.PARAMETER,
            "The version of the data: its number, its digest, or the name of a release; 1.1 or 1.2 is"
                + " the version of RDF in which the answer is written.",
            Schemas.text())
        .shared();
  }

  static Field timeout() {
    return Field.optional(
            TIMEOUT,
            "How many seconds the answer may take, if less than the limit.",
            Schemas.number())
        .shared();
  }

  static Field mostRows() {
    return Field.optional(
            PublishedRequest.MAX_ROWS,
            "How many rows are wanted at most; Dramatis-Truncated tells whether there are more.",
            Schemas.integer(0))
        .shared();
  }

  static Field page() {
    return Field.optional(
            PublishedRequest.PAGE, "Which page of the rows, counted from 1.", Schemas.integer(1))
        .shared();
  }

  static Field pageSize() {
    return Field.optional(
        PublishedRequest.PAGE_SIZE,
        "How many rows a page has; Link leads to the next one.",
        Schemas.integer(1, PublishedRequest.LARGEST_PAGE));
  }

  static Field explain() {
    return Field.optional(
        "explain", "Tells how the query is computed instead of its answer.", Schemas.truth());
  }

  static Field why() {
    return Field.optional(
        "why", "Tells why the answer is empty instead of the answer.", Schemas.truth());
  }

  static Field check() {
    return Field.optional(
        "check",
        "Tells what is probably not meant in the query instead of its answer.",
        Schemas.truth());
  }

  /** Those of every published query; rows have more. */
  static List<Field> published(AnswerFormat.Kind kind) {
    return List.of(format(kind), version(), timeout());
  }
}
