package org.dramatis.query.function;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** Keeps the pattern that was compiled last, because a query mostly uses one for all rows. */
final class PatternCache {

  private static final Pattern COUNT = Pattern.compile("\\{(\\d+)");
  private static final Pattern EMPTY_CHOICE = Pattern.compile("\\|(?=[)|]|$)|(?<=^|[(|:])\\|");
  private static final int MOST_DIGITS = 9;
  private static final long MOST_REPETITIONS = 1_000_000;
  private static final int MOST_EMPTY_CHOICES = 12;

  private final String function;
  private List<String> key = List.of();
  private @Nullable Pattern pattern;

  PatternCache(String function) {
    this.function = function;
  }

  /** The pattern for a regular expression and, if there is a second argument, its flags. */
  Pattern get(List<NodeValue> patternAndFlags) {
    List<String> wanted =
        patternAndFlags.stream()
            .map(value -> NodeValueOps.checkAndGetStringLiteral(function, value))
            .map(node -> node.getLiteralLexicalForm())
            .toList();
    Pattern known = pattern;
    if (known == null || !key.equals(wanted)) {
      String flags = wanted.size() > 1 ? wanted.get(1) : "";
      checkRepetitions(wanted.getFirst());
      known = RegexEngine.makePattern(function, wanted.getFirst(), flags);
      pattern = known;
      key = wanted;
    }
    return known;
  }

  /**
   * A group that matches the empty text can be repeated without a look at the text, and nothing
   * that is not looked at can be bounded. So the counts within counts are.
   */
  private void checkRepetitions(String expression) {
    long all = 1;
    Matcher counts = COUNT.matcher(expression);
    while (counts.find()) {
      String digits = counts.group(1);
      all =
          digits.length() > MOST_DIGITS
              ? Long.MAX_VALUE
              : all * Math.max(1, Long.parseLong(digits));
      if (all > MOST_REPETITIONS) {
        throw new ExprEvalException(function + ": the pattern repeats its parts too often");
      }
    }
    if (EMPTY_CHOICE.matcher(expression).results().count() > MOST_EMPTY_CHOICES) {
      throw new ExprEvalException(function + ": the pattern has too many empty alternatives");
    }
  }
}
