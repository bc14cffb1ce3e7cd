package org.dramatis.query;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

/** Keeps the pattern that was compiled last, because a query mostly uses one for all rows. */
final class PatternCache {

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
      known = RegexEngine.makePattern(function, wanted.getFirst(), flags);
      pattern = known;
      key = wanted;
    }
    return known;
  }
}
