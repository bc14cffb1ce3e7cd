package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;

/** Characters that SPARQL has no use for, and quotation marks and brackets that never close. */
final class CharacterHints {

  private static final String QUOTES = "“”„‟‘’‚‛«»‹›´`";
  private static final String DASHES = "‐‑‒–—−";

  private CharacterHints() {}

  static List<Hint> all() {
    return List.of(
        CharacterHints::unclosedString,
        CharacterHints::unclosedIri,
        CharacterHints::stray,
        CharacterHints::namelessVariable,
        CharacterHints::hyphenInVariable,
        CharacterHints::quotedIri,
        CharacterHints::bareIri);
  }

  private static Optional<String> unclosedString(Spot spot) {
    if (breaksOutOfString(spot)) {
      return Optional.of("a quotation mark inside a string has a backslash before it: \\' or \\\"");
    }
    return Hint.when(
        spot.token().kind() == Token.Kind.UNCLOSED_STRING,
        "this string is never closed; one of several lines stands in three quotation marks");
  }

  /** As in {@code 'it's'}: a word right behind a string. */
  private static boolean breaksOutOfString(Spot spot) {
    Token string = spot.previous();
    return string.kind() == Token.Kind.STRING
        && spot.token().isWord()
        && string.end() == spot.token().start();
  }

  private static Optional<String> unclosedIri(Spot spot) {
    return Hint.when(
        spot.token().kind() == Token.Kind.UNCLOSED_IRI,
        "this IRI is never closed: it ends with '>' and has no blanks or quotation marks in it");
  }

  private static Optional<String> stray(Spot spot) {
    if (spot.token().kind() != Token.Kind.STRAY && !spot.token().text().equals("`")) {
      return Optional.empty();
    }
    String text = spot.token().text();
    int character = text.codePointAt(0);
    if (QUOTES.contains(text)) {
      return Optional.of("use plain quotation marks: \" or '");
    }
    if (DASHES.contains(text)) {
      return Optional.of("use a plain '-'");
    }
    boolean visible =
        !Character.isSpaceChar(character)
            && !Character.isISOControl(character)
            && Character.getType(character) != Character.FORMAT;
    return Optional.of(
        visible
            ? text + " has no meaning outside of strings and IRIs"
            : "this is an invisible character (U+%04X); delete it or put a plain blank"
                .formatted(character));
  }

  private static Optional<String> namelessVariable(Spot spot) {
    return Hint.when(
        (spot.token().is("?") || spot.token().is("$")) && spot.expectsVariable(),
        "a variable has its name directly behind the question mark: ?name");
  }

  private static Optional<String> hyphenInVariable(Spot spot) {
    Token before = spot.previous();
    Token after = spot.next();
    boolean inName =
        spot.token().is("-")
            && before.kind() == Token.Kind.VARIABLE
            && before.end() == spot.token().start()
            && after.start() == spot.token().end()
            && after.isWord();
    return Hint.when(
        inName,
        "the name of a variable has no hyphen: %s_%s".formatted(before.text(), after.text()));
  }

  private static Optional<String> quotedIri(Spot spot) {
    Token token = spot.token();
    boolean quoted =
        token.kind() == Token.Kind.STRING
            && token.text().matches("[\"'][A-Za-z][A-Za-z0-9+.-]*:[^\\s]*[\"']")
            && spot.expects("<IRIref>")
            && !spot.expects("<STRING_LITERAL1>");
    return quoted
        ? Optional.of(
            "an IRI stands in angle brackets: <%s>"
                .formatted(token.text().substring(1, token.text().length() - 1)))
        : Optional.empty();
  }

  static Optional<String> bareIri(Spot spot) {
    return Hint.when(
        spot.token().kind() == Token.Kind.BARE_IRI,
        "an IRI stands in angle brackets: <%s>".formatted(spot.token().text()));
  }
}
