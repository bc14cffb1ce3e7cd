package org.dramatis.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.model.Namespaces;

/**
 * The kinds of errors that leave the server: one word, one status, one address that explains it.
 * {@code docs/problems.md} explains them; it is packed with the program, and a test compares them.
 */
public enum ProblemType {
  /** What is named was merged into something else. */
  MERGED(301, "It has another name now"),
  /** The request breaks a rule of HTTP or of the SPARQL protocol. */
  BAD_REQUEST(400, "The request cannot be understood"),
  /** A query does not parse. */
  NOT_SPARQL(400, "This is not a SPARQL query"),
  /** An update does not parse. */
  NOT_UPDATE(400, "This is not a SPARQL update"),
  /** Data that was sent does not parse. */
  NOT_RDF(400, "The data cannot be read"),
  /** A query, an update or data is nested beyond what can be read. */
  NESTED_TOO_DEEPLY(400, "It is nested too deeply"),
  /** A token is missing or unknown. */
  UNAUTHENTICATED(401, "Who are you?"),
  /** The token does not allow this. */
  FORBIDDEN(403, "Not with this token"),
  /** The query is well-formed but asks for something that is not offered to anybody. */
  NEVER_DONE_HERE(403, "That is never done here"),
  /** A page in a browser asks for something that is for programs. */
  FOREIGN_PAGE(403, "Not from that page"),
  /** Nothing has this address. */
  NOT_FOUND(404, "There is nothing here"),
  /** The address exists and does not take this method. */
  METHOD_NOT_ALLOWED(405, "Not with this method"),
  /** The answer cannot be sent in any form that the client accepts. */
  NOT_ACCEPTABLE(406, "No such form of the answer"),
  /** The request took too long to arrive. */
  REQUEST_TOO_SLOW(408, "The request came too slowly"),
  /** An update is well-formed, but the data does not allow it. */
  NOT_POSSIBLE(409, "The update does not fit the data"),
  /** A name that is given for ever has been given to another version. */
  RELEASE_TAKEN(409, "That release is another version"),
  /** What is named was there, and is not any more. */
  GONE(410, "It is not there any more"),
  /** The request changes something that has changed meanwhile. */
  PRECONDITION_FAILED(412, "It has changed meanwhile"),
  /** The body is longer than anything that is read here. */
  TOO_LARGE(413, "The request is too large"),
  /** An answer is larger than the limit on rows or bytes. */
  ANSWER_TOO_LARGE(413, "The answer is too large"),
  /** The address is too long. */
  URI_TOO_LONG(414, "The address is too long"),
  /** The body is of a media type or encoding that is not read. */
  UNSUPPORTED_TYPE(415, "The request comes in a form that is not read"),
  /** The part of a file that is asked for lies behind its end. */
  RANGE_NOT_SATISFIABLE(416, "The file is not that long"),
  /** The client expects something that is not done. */
  EXPECTATION_FAILED(417, "That expectation is not met"),
  /** The data is well-formed and breaks a rule. */
  BREAKS_RULES(422, "The data breaks rules"),
  /** A key that makes a request happen once was sent with another request before. */
  KEY_OF_ANOTHER(422, "The key belongs to another request"),
  /** The query has no answer that stays the same, so that it cannot be cited. */
  NOT_REPEATABLE(422, "The query cannot be repeated"),
  /** The headers are too large. */
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  /** The client has used up its share of the server's time. */
  QUOTA_USED_UP(429, "Your share is used up for the moment"),
  /** The server is at fault. */
  SERVER_FAILED(500, "The server failed"),
  /** A change could not be written down, or nobody can know whether it was. */
  NOT_KEPT(500, "The change could not be kept"),
  /** The request uses something of HTTP that is not implemented. */
  NOT_IMPLEMENTED(501, "That part of HTTP is not spoken here"),
  /** Another service that the query asks gave no answer. */
  SERVICE_FAILED(502, "Another service failed"),
  /** Too many requests run and wait. */
  OVERLOADED(503, "The server is busy"),
  /** The server is about to stop. */
  STOPPING(503, "The server is stopping"),
  /** A query was stopped by a person. */
  STOPPED(503, "The query was stopped"),
  /** A query was stopped because nobody waited for its answer. */
  CLIENT_GONE(503, "The client went away"),
  /** Nobody knows at the moment which tokens are good. */
  TOKENS_UNUSABLE(503, "Tokens cannot be checked"),
  /** The query did not end within its time limit. */
  OUT_OF_TIME(504, "The query took too long"),
  /** HTTP is spoken in a version that is not. */
  HTTP_VERSION(505, "That version of HTTP is not spoken here"),
  /** The query needed more memory than it may use. */
  OUT_OF_MEMORY(507, "The query needs too much memory"),
  /** The server's disk is full. */
  STORAGE_FULL(507, "There is no space left");

  private static final String FOLDER = "problems/";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The kind whose address ends in this word. */
  public static Optional<ProblemType> of(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }

  /** The word for it, at the end of its address. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
    return Explanations.of(this);
  }

  /** The address that explains it, which never changes. */
  public String iri() {
    return Namespaces.BASE + FOLDER + slug();
  }

  /** The same address on this server. */
  public String path() {
    return "/" + FOLDER + slug();
  }
}
