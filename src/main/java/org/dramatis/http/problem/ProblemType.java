package org.dramatis.http.problem;

import java.util.Arrays;
import java.util.Optional;
import org.dramatis.model.Namespaces;

/**
 * The kinds of errors that leave the server: one word, one status, one address that explains it.
 * {@code docs/problems.md} says the same; a test compares them.
 */
public enum ProblemType {
  /** The request breaks a rule of HTTP or of the SPARQL protocol. */
  BAD_REQUEST(
      "bad-request",
      400,
      "The request cannot be understood",
      """
      The request breaks a rule of HTTP or of the SPARQL protocol: a parameter is missing, occurs
      twice or has a value that cannot be read, or bytes are not what they are declared to be. The
      detail says which.
      """),
  /** A query does not parse. */
  NOT_SPARQL(
      "not-sparql",
      400,
      "This is not a SPARQL query",
      """
      The text was read by the grammar of SPARQL 1.2 up to the token that is named, which cannot
      stand where it stands. `line` and `column` count from 1; `hint` says what was probably meant.
      Updates are not queries: they go to `/update`.
      """),
  /** An update does not parse. */
  NOT_UPDATE(
      "not-update",
      400,
      "This is not a SPARQL update",
      """
      The text was read by the grammar of SPARQL 1.2 Update up to the token that is named. Nothing
      was changed, not even by the operations before that token. Queries are not updates: they go
      to `/sparql`.
      """),
  /** Data that was sent does not parse. */
  NOT_RDF(
      "not-rdf",
      400,
      "The data cannot be read",
      """
      The body is not what its media type says: it breaks the grammar of that syntax, is not UTF-8,
      or ended before it was complete. Nothing was stored. `line` and `column` tell the place.
      """),
  /** A query, an update or data is nested beyond what can be read. */
  NESTED_TOO_DEEPLY(
      "nested-too-deeply",
      400,
      "It is nested too deeply",
      """
      Brackets stand within brackets so many times that reading them would exhaust the server. No
      query that a person wrote comes near; one made by a program can usually be written flat, with
      `VALUES` or `IN` for long alternatives.
      """),
  /** A token is missing or unknown. */
  UNAUTHENTICATED(
      "unauthenticated",
      401,
      "Who are you?",
      """
      Writing and operating take a token: `Authorization: Bearer …`. None was sent, or the one that
      was sent is not known here (any more).
      """),
  /** The token does not allow this. */
  FORBIDDEN(
      "forbidden",
      403,
      "Not with this token",
      """
      The token is known, and does not allow what was asked: its scope may be reading only, or other
      graphs. Whoever runs the server can widen it.
      """),
  /** The query is well-formed but asks for something that is not offered to anybody. */
  NEVER_DONE_HERE(
      "never-done-here",
      403,
      "That is never done here",
      """
      The query or update is well-formed but asks for what this server does for nobody: to ask a
      service or load a document that its operator has not allowed, or to call a function that is
      not one of the standards'.
      """),
  /** Nothing has this address. */
  NOT_FOUND(
      "not-found",
      404,
      "There is nothing here",
      """
      Nothing has this address, or no published query has this name. The
      first page leads to everything that there is.
      """),
  /** The address exists and does not take this method. */
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      405,
      "Not with this method",
      """
      The address exists and does not take this method. The header `Allow` lists those that it
      takes.
      """),
  /** The answer cannot be sent in any form that the client accepts. */
  NOT_ACCEPTABLE(
      "not-acceptable",
      406,
      "No such form of the answer",
      """
      None of the media types in `Accept`, or not the one of `format`, can hold this answer. The
      detail lists those that can: rows and graphs come in different ones.
      """),
  /** The request took too long to arrive. */
  REQUEST_TOO_SLOW(
      "request-too-slow",
      408,
      "The request came too slowly",
      """
      The request was not complete when the server stopped to wait for it. Nothing was done.
      """),
  /** An update is well-formed, but the data does not allow it. */
  NOT_POSSIBLE(
      "not-possible",
      409,
      "The update does not fit the data",
      """
      The update is legal SPARQL and does not fit the data as it stands: it creates a graph that is
      there, or clears, copies, moves or drops one that is not. Nothing was changed. Look at the data
      again, or write the operation with `SILENT`, which passes over what cannot be done.
      """),
  /** The request changes something that has changed meanwhile. */
  PRECONDITION_FAILED(
      "precondition-failed",
      412,
      "It has changed meanwhile",
      """
      The request was to be carried out only in a certain state (`If-Match`, `If-None-Match`), and
      the state is another one. Nothing was done. Read again, then decide.
      """),
  /** The body is longer than anything that is read here. */
  TOO_LARGE(
      "too-large",
      413,
      "The request is too large",
      """
      A query, an update or an upload is longer than this server reads; the detail tells the limit.
      It is a setting of the operator for uploads, and fixed for queries. Send large data in parts,
      and long lists of values in several queries.
      """),
  /** An answer is larger than the limit on rows or bytes. */
  ANSWER_TOO_LARGE(
      "answer-too-large",
      413,
      "The answer is too large",
      """
      The answer has more rows or bytes than this server sends. Nothing of it was sent, because half
      an answer looks like a whole one. Ask for less: `LIMIT` with `ORDER BY`, a narrower pattern,
      or an aggregate.
      """),
  /** The address is too long. */
  URI_TOO_LONG(
      "uri-too-long",
      414,
      "The address is too long",
      """
      The address with its query is longer than 64 kB. Send the query by POST instead, as a form or
      with the media type `application/sparql-query`: there it may be four times as long.
      """),
  /** The body is of a media type or encoding that is not read. */
  UNSUPPORTED_TYPE(
      "unsupported-type",
      415,
      "The request comes in a form that is not read",
      """
      The media type, charset or encoding of the body is not read at this address. The detail lists
      those that are.
      """),
  /** The client expects something that is not done. */
  EXPECTATION_FAILED(
      "expectation-failed",
      417,
      "That expectation is not met",
      """
      The header `Expect` asks for something else than `100-continue`, which is the only expectation
      that there is.
      """),
  /** The data is well-formed and breaks a rule. */
  BREAKS_RULES(
      "breaks-rules",
      422,
      "The data breaks rules",
      """
      The data can be read, and what the graph would become with it breaks the shapes or checks of
      the rules. Nothing was stored. `reasons` lists every breach with its place.
      """),
  /** The headers are too large. */
  HEADERS_TOO_LARGE(
      "headers-too-large",
      431,
      "The headers are too large",
      """
      The headers of the request are larger than this server reads. Cookies are never needed here.
      """),
  /** The client has used up its share of the server's time. */
  QUOTA_USED_UP(
      "quota-used-up",
      429,
      "Your share is used up for the moment",
      """
      Every client may use a certain time of work a minute, so that one cannot take the server from
      the others. `Retry-After` says in how many seconds there is time again.
      """),
  /** The server is at fault. */
  SERVER_FAILED(
      "server-failed",
      500,
      "The server failed",
      """
      This is a fault of the server, not of the request. Its log says more under `requestId`; please
      report it with that.
      """),
  /** The request uses something of HTTP that is not implemented. */
  NOT_IMPLEMENTED(
      "not-implemented",
      501,
      "That part of HTTP is not spoken here",
      """
      The request uses a method or a transfer coding that this server does not implement.
      """),
  /** Another service that the query asks gave no answer. */
  SERVICE_FAILED(
      "service-failed",
      502,
      "Another service failed",
      """
      The query asks another service by `SERVICE`, and that gave no answer that can be used: it was
      not reached, took too long, sent an error, or sent something else than results of SPARQL. With
      `SERVICE SILENT` the query goes on without it.
      """),
  /** Too many requests run and wait. */
  OVERLOADED(
      "overloaded",
      503,
      "The server is busy",
      """
      As many queries run and wait as this server takes. Nothing was done; `Retry-After` says when
      to come again.
      """),
  /** The server is about to stop. */
  STOPPING(
      "stopping",
      503,
      "The server is stopping",
      """
      The server has been told to stop and takes no more work, or stopped this query because its
      time to finish was over. Ask again when it is back.
      """),
  /** A query was stopped by a person. */
  STOPPED(
      "stopped",
      503,
      "The query was stopped",
      """
      Whoever runs the server stopped this query, or the one who asked went away. Nothing of its
      answer is worth anything.
      """),
  /** The query did not end within its time limit. */
  OUT_OF_TIME(
      "out-of-time",
      504,
      "The query took too long",
      """
      The query or update was stopped at its time limit, and an update changed nothing. Look for two
      patterns that share no variable, paths with `*` from a variable to a variable, and expensive
      filters; `?explain=true` shows where the time goes. `timeout` can only lower the limit.
      """),
  /** HTTP is spoken in a version that is not. */
  HTTP_VERSION(
      "http-version",
      505,
      "That version of HTTP is not spoken here",
      """
      The request line names a version of HTTP other than 1.0 and 1.1.
      """),
  /** The query needed more memory than it may use. */
  OUT_OF_MEMORY(
      "out-of-memory",
      507,
      "The query needs too much memory",
      """
      Sorting, grouping, removing duplicates and building long strings keep their rows in memory, and
      this query kept more than it may. Nothing of an answer was sent, and an update changed
      nothing. Sort and group fewer rows, or fewer columns of them.
      """),
  /** The server's disk is full. */
  STORAGE_FULL(
      "storage-full",
      507,
      "There is no space left",
      """
      The change could not be written because the server's disk is full. Nothing was stored. Reading
      goes on.
      """);

  private static final String FOLDER = "problems/";

  private final String slug;
  private final int status;
  private final String title;
  private final String paragraph;

  ProblemType(String slug, int status, String title, String paragraph) {
    this.slug = slug;
    this.status = status;
    this.title = title;
    this.paragraph = paragraph.strip();
  }

  /** The kind whose address ends in this word. */
  public static Optional<ProblemType> of(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
  }

  /** The word for it, at the end of its address. */
  public String slug() {
    return slug;
  }

  /** The status with which it is answered. */
  public int status() {
    return status;
  }

  /** What it is, in a few words. */
  public String title() {
    return title;
  }

  /** What it means and what to do, in Markdown. */
  public String paragraph() {
    return paragraph;
  }

  /** The address that explains it, which never changes. */
  public String iri() {
    return Namespaces.BASE + FOLDER + slug;
  }

  /** The same address on this server. */
  public String path() {
    return "/" + FOLDER + slug;
  }
}
