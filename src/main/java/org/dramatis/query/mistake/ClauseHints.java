package org.dramatis.query.mistake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clauses in the wrong place or not in the form that they have. */
final class ClauseHints {

  private static final List<String> MODIFIERS =
      List.of("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET");
  private static final Set<String> BEFORE_GROUPS = Set.of("OPTIONAL", "UNION", "MINUS", "EXISTS");
  private static final Set<String> PROLOGUE = Set.of("PREFIX", "BASE");
  private static final Set<String> FORMS = Set.of("SELECT", "ASK", "CONSTRUCT", "DESCRIBE");

  private ClauseHints() {}

  static List<Hint> all() {
    return List.of(
        ClauseHints::wrongAddress,
        ClauseHints::prefixWithoutColon,
        ClauseHints::latePrologue,
        ClauseHints::bareExpression,
        ClauseHints::distinctLikeAFunction,
        ClauseHints::nameless,
        ClauseHints::asMissing,
        ClauseHints::byMissing,
        ClauseHints::bareDirection,
        ClauseHints::bareCondition,
        ClauseHints::groupMissing,
        ClauseHints::modifierInsideBraces,
        ClauseHints::modifiersOutOfOrder,
        ClauseHints::lateFrom,
        ClauseHints::whereInside,
        ClauseHints::templateMissing,
        ClauseHints::negativeNumber);
  }

  private static Optional<String> wrongAddress(Spot spot) {
    if (spot.expects("select") && Words.UPDATES.contains(spot.token().upper())) {
      return Optional.of("this is an update: updates are sent to /update, by writers");
    }
    return Hint.when(
        spot.expects("insert", "<INSERT_DATA>")
            && !spot.expects("select")
            && FORMS.contains(spot.token().upper()),
        "this is a query: queries are sent to /sparql");
  }

  private static Optional<String> prefixWithoutColon(Spot spot) {
    boolean name = spot.previous().is("PREFIX") && spot.expects("<PNAME_NS>");
    return Hint.when(
        name,
        "a prefix ends with a colon: PREFIX %s: <…>"
            .formatted(spot.token().text().replaceAll(":.*", "")));
  }

  private static Optional<String> latePrologue(Spot spot) {
    boolean late =
        PROLOGUE.contains(spot.token().upper())
            && FORMS.stream().anyMatch(spot::follows)
            && !spot.expects("prefix");
    return Hint.when(late, spot.token().upper() + " stands before everything else");
  }

  private static boolean inSelect(Spot spot) {
    return spot.expectsVariable() && spot.expects("(") && spot.expects("*", "where");
  }

  private static Optional<String> bareExpression(Spot spot) {
    return Hint.when(
        inSelect(spot) && Words.FUNCTIONS.contains(spot.token().upper()),
        "an expression in SELECT stands in parentheses and has a name: (%s(…) AS ?name)"
            .formatted(spot.token().upper()));
  }

  private static Optional<String> distinctLikeAFunction(Spot spot) {
    boolean called =
        spot.token().is(")")
            && spot.expects("as")
            && spot.previous().kind() == Token.Kind.VARIABLE
            && spot.neighbour(-2).is("(")
            && (spot.neighbour(-3).is("DISTINCT") || spot.neighbour(-3).is("SELECT"));
    return Hint.when(called, "a variable in SELECT has no parentheses: " + spot.previous().text());
  }

  private static Optional<String> nameless(Spot spot) {
    return Hint.when(
        spot.token().is(")") && spot.expects("as"), "give the value a name: (… AS ?name)");
  }

  private static Optional<String> asMissing(Spot spot) {
    return Hint.when(
        spot.token().kind() == Token.Kind.VARIABLE && spot.expects("as"),
        "AS is missing before " + spot.token().text());
  }

  private static Optional<String> byMissing(Spot spot) {
    return Hint.when(spot.expects("by"), spot.previous().upper() + " is followed by BY");
  }

  private static Optional<String> bareDirection(Spot spot) {
    boolean bare = spot.previous().is("DESC") || spot.previous().is("ASC");
    return Hint.when(
        bare && spot.token().kind() == Token.Kind.VARIABLE,
        "write %s(%s)".formatted(spot.previous().upper(), spot.token().text()));
  }

  private static Optional<String> bareCondition(Spot spot) {
    boolean bare = spot.previous().is("FILTER") || spot.previous().is("HAVING");
    return Hint.when(
        bare && !spot.token().is("{") && (spot.token().isTerm() || spot.token().is("!")),
        "the condition stands in parentheses: %s(…)".formatted(spot.previous().upper()));
  }

  private static Optional<String> groupMissing(Spot spot) {
    if (!spot.expects("{")) {
      return Optional.empty();
    }
    String before = spot.previous().upper();
    if (BEFORE_GROUPS.contains(before)) {
      return Optional.of("%s is followed by a group in braces: %s { … }".formatted(before, before));
    }
    String earlier = spot.neighbour(-2).upper();
    return Hint.when(
        earlier.equals("GRAPH") || earlier.equals("SERVICE"),
        "%s %s is followed by a group in braces: %s %s { … }"
            .formatted(earlier, spot.previous().text(), earlier, spot.previous().text()));
  }

  private static Optional<String> modifierInsideBraces(Spot spot) {
    String word = spot.token().upper();
    if (!MODIFIERS.contains(word) || spot.depth() == 0) {
      return Optional.empty();
    }
    boolean closedLater =
        spot.tokens().subList(spot.at(), spot.tokens().size()).stream()
            .anyMatch(token -> token.is("}"));
    if (closedLater) {
      return Optional.of(clause(word) + " stands behind the '}' that closes the pattern");
    }
    return BracketHints.innermost(spot)
        .map(open ->
            "the '%s' of %s is not closed before %s"
                .formatted(open.text(), open.place(), clause(word)));
  }

  private static Optional<String> modifiersOutOfOrder(Spot spot) {
    int place = MODIFIERS.indexOf(spot.token().upper());
    if (place < 0) {
      return Optional.empty();
    }
    int lastBrace = 0;
    for (int i = 0; i < spot.at(); i++) {
      lastBrace = spot.tokens().get(i).is("}") ? i : lastBrace;
    }
    return spot.tokens().subList(lastBrace, spot.at()).stream()
        .map(Token::upper)
        .filter(word -> MODIFIERS.indexOf(word) > place)
        .findFirst()
        .map(word -> clause(spot.token().upper()) + " stands before " + clause(word));
  }

  private static String clause(String word) {
    return word.equals("ORDER") || word.equals("GROUP") ? word + " BY" : word;
  }

  private static Optional<String> lateFrom(Spot spot) {
    return Hint.when(
        spot.token().is("FROM") && spot.follows("{"),
        "FROM stands between SELECT and WHERE; inside the pattern, GRAPH <…> { … } asks one graph");
  }

  private static Optional<String> whereInside(Spot spot) {
    return Hint.when(
        spot.token().is("WHERE") && spot.depth() > 0,
        "a condition inside the pattern is written FILTER(…)");
  }

  private static Optional<String> templateMissing(Spot spot) {
    return Hint.when(
        spot.previous().is("CONSTRUCT") && spot.token().isTerm(),
        "what is to be made stands in braces: CONSTRUCT { … } WHERE { … }");
  }

  private static Optional<String> negativeNumber(Spot spot) {
    boolean counted = spot.previous().is("LIMIT") || spot.previous().is("OFFSET");
    return Hint.when(
        counted && spot.expects("<INTEGER>"),
        spot.previous().upper() + " takes a whole number that is not negative");
  }
}
