package org.dramatis.query.function;

import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** What functions of SPARQL 1.2 answer, where Jena's answer something else. */
final class StandardFunctions {

  private StandardFunctions() {}

  /** CONCAT: the answer has a language and a base direction if all arguments have the same. */
  static NodeValue concat(List<NodeValue> arguments) {
    List<StringTerm> strings = arguments.stream().map(StringTerm::of).toList();
    StringBuilder all = new StringBuilder();
    strings.forEach(string -> all.append(string.text()));
    boolean alike = strings.stream().allMatch(string -> string.isLike(strings.getFirst()));
    return strings.isEmpty() || !alike
        ? NodeValue.makeString(all.toString())
        : strings.getFirst().with(all.toString());
  }

  /** CONTAINS, also of strings with a base direction. */
  static NodeValue contains(NodeValue text, NodeValue sought) {
    StringTerm whole = StringTerm.of(text);
    StringTerm part = StringTerm.of(sought);
    whole.requireCompatible(part);
    return NodeValue.makeBoolean(whole.text().contains(part.text()));
  }

  /** {@code +} adds up; it does not put strings together. */
  static void requireSummands(NodeValue one, NodeValue other) {
    if (one.isString() || other.isString()) {
      throw new ExprEvalException("a string is no summand: " + one + " + " + other);
    }
  }
}
