package org.dramatis.query.warning;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something in a query, or in how it is sent, that is probably not meant.
 *
 * @param code what kind of thing
 * @param text what it is, in a sentence
 */
public record Warning(Code code, String text) {

  /** The kinds of warnings, each with a word that programs can rely on. */
  public enum Code {
    /** A variable is used, but no pattern gives it a value. */
    NEVER_BOUND("never-bound"),
    /** A graph that is asked does not exist. */
    UNKNOWN_GRAPH("unknown-graph"),
    /** A term of the ontology's namespace that the ontology does not declare. */
    UNKNOWN_TERM("unknown-term"),
    /** A predicate that no statement has. */
    UNKNOWN_PREDICATE("unknown-predicate"),
    /** A class that has no instance. */
    UNKNOWN_CLASS("unknown-class"),
    /** An IRI that was merged into another or retired. */
    GONE_IRI("gone-iri"),
    /** An IRI that no statement is about. */
    UNKNOWN_IRI("unknown-iri"),
    /** No statement matches a pattern, although each of its parts occurs. */
    NO_MATCH("no-match"),
    /** Two parts of a pattern have nothing to do with each other. */
    CARTESIAN_PRODUCT("cartesian-product"),
    /** A parameter of the request is not read. */
    UNKNOWN_PARAMETER("unknown-parameter");

    private final String word;

    Code(String word) {
      this.word = word;
    }

    /** The word for it. */
    public String word() {
      return word;
    }
  }

  /** The header that tells warnings to programs. */
  public static final String HEADER = "Dramatis-Warning";

  private static final int MOST_CHARACTERS = 400;

  /** Several warnings as the value of one header. */
  public static String header(List<Warning> warnings) {
    return warnings.stream().map(Warning::header).collect(Collectors.joining(", "));
  }

  /**
   * The warning as the value of a header: the word, a semicolon, and the text in quotes. Whatever
   * is not printable ASCII, quotation marks, backslashes and percent signs are percent-encoded.
   */
  private String header() {
    StringBuilder safe = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= ' ' && b <= '~' && b != '"' && b != '%' && b != '\\';
      String next = plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF);
      if (safe.length() + next.length() > MOST_CHARACTERS) {
        break;
      }
      safe.append(next);
    }
    return code.word() + "; \"" + safe + "\"";
  }
}
