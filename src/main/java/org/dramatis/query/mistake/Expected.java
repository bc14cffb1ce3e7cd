package org.dramatis.query.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What could stand at a place, in words for people. */
final class Expected {

  private static final int MOST = 6;
  private static final Set<String> IRIS = Set.of("<IRIref>", "<PNAME_NS>", "<PNAME_LN>");
  private static final Set<String> VARIABLES = Set.of("<VAR1>", "<VAR2>");
  private static final Set<String> BLANK_NODES = Set.of("<BLANK_NODE_LABEL>", "<ANON>", "[");
  private static final Set<String> PATH = Set.of("a", "(", "!", "^");
  private static final Set<String> STATEMENTS =
      Set.of("values", "graph", "optional", "minus", "bind", "service", "filter", "{");
  private static final Set<String> OPERATORS =
      Set.of(
          "=",
          "!=",
          ">",
          "<",
          "<=",
          ">=",
          "||",
          "&&",
          "+",
          "-",
          "*",
          "/",
          "not",
          "in",
          "<INTEGER_POSITIVE>",
          "<DECIMAL_POSITIVE>",
          "<DOUBLE_POSITIVE>",
          "<INTEGER_NEGATIVE>",
          "<DECIMAL_NEGATIVE>",
          "<DOUBLE_NEGATIVE>");
  private static final Set<String> NUMBERS =
      Set.of(
          "<INTEGER>",
          "<DECIMAL>",
          "<DOUBLE>",
          "<INTEGER_POSITIVE>",
          "<DECIMAL_POSITIVE>",
          "<DOUBLE_POSITIVE>",
          "<INTEGER_NEGATIVE>",
          "<DECIMAL_NEGATIVE>",
          "<DOUBLE_NEGATIVE>");
  private static final Set<String> STRINGS =
      Set.of(
          "<STRING_LITERAL1>",
          "<STRING_LITERAL2>",
          "<STRING_LITERAL_LONG1>",
          "<STRING_LITERAL_LONG2>");
  private static final Set<String> QUERY = Set.of("select", "ask", "construct", "describe");
  private static final Set<String> PROLOGUE = Set.of("prefix", "base", "version");
  private static final Set<String> UNSAID = Set.of("~", "{|", "<<", "<<(", "<NIL>");

  private final Set<String> left;
  private final List<String> words = new ArrayList<>();

  private Expected(Set<String> expected) {
    left = new TreeSet<>(expected);
  }

  /** A list such as {@code ';', '}' or a variable}; empty when nothing is known. */
  static String words(Set<String> expected) {
    Expected list = new Expected(expected);
    list.collect();
    return list.join();
  }

  private void collect() {
    boolean statements = left.contains("optional");
    if (left.containsAll(QUERY)) {
      left.removeAll(QUERY);
      left.removeAll(PROLOGUE);
      words.add("SELECT, ASK, CONSTRUCT, DESCRIBE or PREFIX");
    }
    if (left.contains("coalesce")) {
      boolean any = left.contains("<VAR1>");
      left.removeIf(this::belongsToExpression);
      words.add(any ? "an expression" : "a condition in parentheses");
    } else if (left.containsAll(PATH)) {
      left.removeAll(PATH);
      left.removeAll(IRIS);
      left.removeAll(VARIABLES);
      words.add("a predicate");
    }
    if (left.contains("||") && left.contains("&&")) {
      left.removeAll(OPERATORS);
      words.add("an operator");
    }
    if (statements) {
      left.removeAll(STATEMENTS);
    }
    terms();
    left.removeAll(UNSAID);
    boolean end = left.remove("<EOF>");
    left.forEach(this::addPlain);
    if (statements) {
      words.add("a pattern such as OPTIONAL or FILTER");
    }
    if (end) {
      words.add("the end");
    }
  }

  private void terms() {
    boolean variable = left.removeAll(VARIABLES);
    boolean iri = left.removeAll(IRIS);
    boolean blank = left.contains("<BLANK_NODE_LABEL>") && left.removeAll(BLANK_NODES);
    boolean literal = left.removeAll(STRINGS);
    literal |= left.contains("<DOUBLE>") && left.removeAll(NUMBERS);
    literal |= literal && left.removeAll(Set.of("true", "false"));
    if (variable && iri && literal) {
      words.add("a term");
      if (blank) {
        left.remove("(");
      }
    } else if (iri && literal) {
      words.add("an IRI or a literal");
    } else {
      addIf(variable, "a variable");
      addIf(iri, "an IRI");
      addIf(literal, "a literal");
    }
    if (left.remove("<INTEGER>")) {
      words.add("a whole number");
    }
    left.removeIf(kind -> kind.startsWith("<") && kind.length() > 2 && !kind.equals("<EOF>"));
  }

  private void addIf(boolean condition, String word) {
    if (condition) {
      words.add(word);
    }
  }

  private void addPlain(String kind) {
    boolean word = Character.isLetter(kind.charAt(0));
    words.add(word ? kind.toUpperCase(Locale.ROOT) : "'" + kind + "'");
  }

  private boolean belongsToExpression(String kind) {
    return Words.FUNCTIONS.contains(kind.toUpperCase(Locale.ROOT))
        || IRIS.contains(kind)
        || VARIABLES.contains(kind)
        || NUMBERS.contains(kind)
        || STRINGS.contains(kind)
        || Set.of("(", "!", "+", "-", "not", "exists", "true", "false").contains(kind);
  }

  private String join() {
    if (words.size() > MOST) {
      return String.join(", ", words.subList(0, MOST)) + " and more";
    }
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
