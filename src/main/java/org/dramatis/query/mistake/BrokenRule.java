package org.dramatis.query.mistake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Rules that are not in the grammar: the parser names the culprit but seldom its place, so that it
 * is looked for in the text.
 */
final class BrokenRule {

  private static final Pattern UNDECLARED = Pattern.compile("Unresolved prefixed name: (.*)");
  private static final Pattern MISMATCH =
      Pattern.compile("Mismatch: (\\d+) variables? but (\\d+) values?");
  private static final Pattern HUGE = Pattern.compile("Number '(\\d+)' is a valid number but");
  private static final Pattern LABEL =
      Pattern.compile("Blank node label reuse not allowed at this point: (\\S+)");
  private static final Pattern REGEX =
      Pattern.compile("Regex pattern exception: [\\w.]+: ([^\\n]*)");

  private final Complaint complaint;

  private BrokenRule(Complaint complaint) {
    this.complaint = complaint;
  }

  /** The mistake that the parser complains about, if its place is found. */
  static Optional<Mistake> find(List<Token> tokens, String complaint) {
    Complaint understood = Complaint.of(tokens, complaint);
    BrokenRule rule = new BrokenRule(understood);
    return rule.undeclared()
        .or(rule::arity)
        .or(rule::aggregate)
        .or(() -> new SelectionRule(understood).find())
        .or(rule::huge)
        .or(rule::label)
        .or(rule::regex)
        .or(rule::variableInData)
        .or(rule::other);
  }

  private Optional<Mistake> undeclared() {
    if (complaint.says(UNDECLARED).isEmpty() || complaint.named().isEmpty()) {
      return Optional.empty();
    }
    Token token = complaint.named().get();
    String prefix = token.text().replaceFirst("(?s):.*", "");
    Optional<String> hint =
        token.kind() == Token.Kind.BARE_IRI
            ? Optional.of("an IRI stands in angle brackets: <%s>".formatted(token.text()))
            : Prefixes.hint(prefix, declared());
    return Optional.of(
        Complaint.at(token, "the prefix '%s:' is not declared".formatted(prefix), hint));
  }

  private Map<String, String> declared() {
    Map<String, String> declared = new HashMap<>();
    for (int i = 0; i + 2 < complaint.tokens().size(); i++) {
      if (complaint.tokens().get(i).is("PREFIX")) {
        declared.put(
            complaint.tokens().get(i + 1).text().replace(":", ""),
            complaint.tokens().get(i + 2).text());
      }
    }
    return declared;
  }

  /** The parser names the end of the row; its beginning is easier to see. */
  private Optional<Mistake> arity() {
    return complaint
        .says(MISMATCH)
        .flatMap(numbers ->
            complaint
                .named()
                .map(end -> {
                  int i = complaint.tokens().indexOf(end);
                  while (i > 0 && !complaint.get(i).is("(")) {
                    i--;
                  }
                  return Complaint.at(
                      complaint.get(i),
                      "VALUES has %s variables, and this row has %s"
                          .formatted(numbers.group(1), numbers.group(2)),
                      "write UNDEF where a row has no value");
                }));
  }

  private Optional<Mistake> aggregate() {
    if (complaint.text().contains("Nested aggregate")) {
      return complaint
          .named()
          .map(token ->
              Complaint.at(
                  token,
                  "an aggregate stands inside an aggregate",
                  "aggregate in a sub-query first"));
    }
    return complaint.text().contains("Aggregate expression not legal")
        ? complaint
            .named()
            .map(token ->
                Complaint.at(
                    token,
                    "an aggregate cannot stand here",
                    "aggregates stand in SELECT, HAVING and ORDER BY; inside the pattern, in the"
                        + " SELECT of a sub-query"))
        : Optional.empty();
  }

  private Optional<Mistake> huge() {
    return complaint
        .says(HUGE)
        .flatMap(match ->
            complaint
                .first(i -> complaint.get(i).text().equals(match.group(1)))
                .map(token ->
                    Complaint.at(
                        token, "this number is too large to count with", Optional.empty())));
  }

  private Optional<Mistake> label() {
    return complaint
        .says(LABEL)
        .flatMap(match ->
            complaint
                .named()
                .map(token ->
                    Complaint.at(
                        token,
                        "the blank node %s is used in two patterns".formatted(match.group(1)),
                        "use a variable to mean the same thing twice")));
  }

  private Optional<Mistake> regex() {
    return complaint
        .says(REGEX)
        .flatMap(match ->
            complaint
                .first(this::isNoRegularExpression)
                .map(token ->
                    Complaint.at(
                        token,
                        "this is no regular expression: " + match.group(1),
                        "a character that is meant as itself has two backslashes before it,"
                            + " as in \"\\\\(\"")));
  }

  private boolean isNoRegularExpression(int index) {
    Token token = complaint.get(index);
    if (token.kind() != Token.Kind.STRING) {
      return false;
    }
    int quotes = token.text().matches("(?s)(\"\"\"|''').*") ? 3 : 1;
    String inside = token.text().substring(quotes, token.text().length() - quotes);
    try {
      Pattern.compile(inside.replace("\\\\", "\\"));
      return false;
    } catch (PatternSyntaxException broken) {
      return true;
    }
  }

  private Optional<Mistake> variableInData() {
    return complaint.text().contains("Variables not permitted in data")
        ? firstVariableInData()
            .map(token ->
                Complaint.at(
                    token,
                    "data has no variables",
                    "say INSERT { … } WHERE { … }, or DELETE { … } WHERE { … }"))
        : Optional.empty();
  }

  private Optional<Token> firstVariableInData() {
    int open = 0;
    boolean data = false;
    for (Token token : complaint.tokens()) {
      if (token.is("{")) {
        open++;
      } else if (token.is("}")) {
        open--;
        data &= open > 0;
      } else if (open == 0) {
        data |= token.is("DATA");
      } else if (data && token.kind() == Token.Kind.VARIABLE) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  private Optional<Mistake> other() {
    return complaint.named().map(token -> Complaint.at(token, complaint.text(), Optional.empty()));
  }
}
