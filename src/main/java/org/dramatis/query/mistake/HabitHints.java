package org.dramatis.query.mistake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Habits from other languages, SQL above all. */
final class HabitHints {

  private static final Map<String, String> FOREIGN_WORDS =
      Map.ofEntries(
          Map.entry("AND", "'and' is written &&"),
          Map.entry("OR", "'or' is written ||"),
          Map.entry("XOR", "there is no 'xor'; compare with !="),
          Map.entry("NULL", "there is no NULL: whether a variable has a value says BOUND(?x)"),
          Map.entry("IS", "there is no IS: whether a variable has a value says BOUND(?x)"),
          Map.entry("LIKE", "there is no LIKE: use CONTAINS(?x, \"…\") or REGEX(?x, \"…\")"),
          Map.entry("BETWEEN", "there is no BETWEEN: write ?x >= 1 && ?x <= 9"),
          Map.entry(
              "JOIN", "there is no JOIN: patterns that share a variable are joined by themselves"),
          Map.entry(
              "INNER", "there is no JOIN: patterns that share a variable are joined by themselves"),
          Map.entry("LEFT", "a left join is written OPTIONAL { … }"),
          Map.entry("CASE", "there is no CASE: use IF(condition, then, else)"),
          Map.entry("ELSE", "there is no ELSE: use IF(condition, then, else)"),
          Map.entry("EXCEPT", "there is no EXCEPT: use MINUS { … } or FILTER NOT EXISTS { … }"),
          Map.entry("TOP", "there is no TOP: write LIMIT and a number at the end"),
          Map.entry("FETCH", "write LIMIT and a number at the end"),
          Map.entry("CAST", "cast by the name of the type: xsd:integer(?x)"));

  private HabitHints() {}

  static List<Hint> all() {
    return List.of(
        HabitHints::doubleEquals,
        HabitHints::different,
        HabitHints::single,
        HabitHints::word,
        HabitHints::not,
        HabitHints::limitWithComma,
        HabitHints::separator,
        HabitHints::commas,
        HabitHints::turtlePrefix,
        HabitHints::semicolonAtTheEnd);
  }

  private static Optional<String> doubleEquals(Spot spot) {
    boolean twice = spot.token().is("=") && (spot.previous().is("=") || spot.previous().is("!="));
    return Hint.when(twice, "a single '=' compares, and != says 'different'");
  }

  private static Optional<String> different(Spot spot) {
    return Hint.when(
        spot.token().text().equals("<>") && spot.expects("!="), "'different' is written !=");
  }

  private static Optional<String> single(Spot spot) {
    boolean and = spot.token().is("&") && spot.expects("&&");
    boolean or = spot.token().is("|") && spot.expects("||");
    return Hint.when(and || or, and ? "'and' is written &&" : "'or' is written ||");
  }

  private static Optional<String> word(Spot spot) {
    return spot.token().isWord()
        ? Optional.ofNullable(FOREIGN_WORDS.get(spot.token().upper()))
        : Optional.empty();
  }

  private static Optional<String> not(Spot spot) {
    return Hint.when(
        spot.previous().is("NOT") && spot.expects("exists", "in"),
        "'not' is written ! before a condition; NOT stands before IN and EXISTS only");
  }

  private static Optional<String> limitWithComma(Spot spot) {
    boolean limit = spot.token().is(",") && spot.neighbour(-2).is("LIMIT");
    return Hint.when(
        limit, "write LIMIT %s OFFSET %s".formatted(spot.next().text(), spot.previous().text()));
  }

  private static Optional<String> separator(Spot spot) {
    int depth = 0;
    for (int i = spot.at() - 1; spot.token().is(",") && i > 0; i--) {
      Token token = spot.tokens().get(i);
      depth += token.is(")") ? 1 : token.is("(") ? -1 : 0;
      if (depth < 0) {
        return Hint.when(
            spot.tokens().get(i - 1).is("GROUP_CONCAT"),
            "the separator is named: GROUP_CONCAT(?x; separator=\", \")");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> commas(Spot spot) {
    boolean list = spot.token().is(",") && spot.expectsVariable() && spot.expects("(");
    return Hint.when(list, "variables are separated by blanks, without commas");
  }

  private static Optional<String> turtlePrefix(Spot spot) {
    boolean turtle = spot.token().is("@prefix") || spot.token().text().matches("@(prefix|base)");
    boolean dot =
        spot.token().is(".") && spot.expects("select") && spot.previous().kind() == Token.Kind.IRI;
    return Hint.when(
        turtle || dot, "SPARQL writes PREFIX without '@' before it and without '.' behind it");
  }

  private static Optional<String> semicolonAtTheEnd(Spot spot) {
    return Hint.when(
        spot.token().is(";") && spot.depth() == 0 && spot.expects("<EOF>"),
        "a query does not end with ';'");
  }
}
