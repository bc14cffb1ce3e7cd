package org.dramatis.query.mistake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that SPARQL does not know. */
final class WordHints {

  private WordHints() {}

  static List<Hint> all() {
    return List.of(
        WordHints::foreignFunction,
        WordHints::misspelt,
        WordHints::unknownFunction,
        WordHints::bare);
  }

  private static boolean unknown(Token token) {
    return token.isWord()
        && !Words.KEYWORDS.contains(token.upper())
        && !Words.FUNCTIONS.contains(token.upper());
  }

  private static Optional<String> foreignFunction(Spot spot) {
    return unknown(spot.token()) && spot.next().is("(")
        ? Optional.ofNullable(Words.FOREIGN_FUNCTIONS.get(spot.token().upper()))
            .map(name -> "it is called %s here".formatted(name))
        : Optional.empty();
  }

  /** What could stand here is likelier to be meant than other words. */
  private static Optional<String> misspelt(Spot spot) {
    if (!unknown(spot.token())) {
      return Optional.empty();
    }
    String word = spot.token().upper();
    Set<String> here =
        spot.expected().stream()
            .filter(kind -> kind.matches("[A-Za-z_0-9]{2,}"))
            .map(kind -> kind.toUpperCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        Stream.concat(Words.KEYWORDS.stream(), Words.FUNCTIONS.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    // Where a term can stand, a word is likelier to be a name without its prefix.
    boolean anyTerm = spot.expects("<IRIref>") && !spot.next().is("(") && !spot.next().is("{");
    return Spelling.nearest(word, here)
        .or(() -> anyTerm ? Optional.empty() : Spelling.nearest(word, all))
        .map(known -> "did you mean " + known + "?");
  }

  private static Optional<String> unknownFunction(Spot spot) {
    return Hint.when(
        unknown(spot.token()) && spot.next().is("(") && spot.expects("coalesce"),
        "SPARQL has no function of this name; those of other standards are called by their IRI,"
            + " such as xsd:integer(?x)");
  }

  private static Optional<String> bare(Spot spot) {
    String word = spot.token().text();
    return Hint.when(
        unknown(spot.token()) && spot.expects("<IRIref>"),
        "a name has a prefix, such as d:%s, a variable a question mark, ?%s, and text stands in"
                .formatted(word, word)
            + " quotation marks");
  }
}
