package org.dramatis.query.mistake;

import java.util.Optional;
import java.util.regex.Pattern;

/** Rules about what a query selects and what it gives names to. The parser never says where. */
final class SelectionRule {

  private static final Pattern TAKEN =
      Pattern.compile("Variable used when already in-scope: (\\?\\S+)");
  private static final Pattern NOT_GROUPED =
      Pattern.compile("Non-group key variable in SELECT: (\\?\\S+)");
  private static final Pattern TWICE =
      Pattern.compile("Duplicate variable in result projection '(\\?[^']+)'");

  private final Complaint complaint;

  SelectionRule(Complaint complaint) {
    this.complaint = complaint;
  }

  /** The mistake, if it is one of these. */
  Optional<Mistake> find() {
    return taken().or(this::notGrouped).or(this::starWithGroups).or(this::twice);
  }

  private Optional<Mistake> taken() {
    return complaint
        .says(TAKEN)
        .flatMap(match -> {
          String variable = match.group(1);
          return complaint
              .first(
                  i -> i > 0 && complaint.isVariable(i, variable) && complaint.get(i - 1).is("AS"))
              .map(token ->
                  Complaint.at(
                      token,
                      variable + " has a value already where AS would give it another one",
                      "choose another name behind AS, or compare with FILTER(%s = …)"
                          .formatted(variable)));
        });
  }

  private Optional<Mistake> notGrouped() {
    return complaint
        .says(NOT_GROUPED)
        .flatMap(match -> {
          String variable = match.group(1);
          return complaint
              .first(i -> complaint.isVariable(i, variable) && inSelect(i))
              .map(token ->
                  Complaint.at(
                      token,
                      variable + " is neither grouped by nor aggregated",
                      "add %s to GROUP BY, or aggregate it, as in (SAMPLE(%s) AS ?any)"
                          .formatted(variable, variable)));
        });
  }

  /** Whether a token stands between SELECT and its pattern, outside of an aggregate. */
  private boolean inSelect(int index) {
    for (int i = index - 1; i >= 0; i--) {
      Token token = complaint.get(i);
      if (token.is("SELECT")) {
        return true;
      }
      if (token.is("{") || token.is("}") || token.is("WHERE") || token.is("AS")) {
        return token.is("AS") && i != index - 1 && inSelect(i);
      }
    }
    return false;
  }

  private Optional<Mistake> starWithGroups() {
    return complaint.text().contains("SELECT * not legal with GROUP BY")
        ? complaint
            .first(i -> i > 0 && complaint.get(i).is("*") && selects(complaint.get(i - 1)))
            .map(token ->
                Complaint.at(
                    token,
                    "with GROUP BY, what is selected must be named",
                    "name the variables that are grouped by and the aggregates instead of '*'"))
        : Optional.empty();
  }

  private static boolean selects(Token token) {
    return token.is("SELECT") || token.is("DISTINCT") || token.is("REDUCED");
  }

  private Optional<Mistake> twice() {
    return complaint
        .says(TWICE)
        .flatMap(match ->
            complaint
                .first(i ->
                    i > 0 && complaint.isVariable(i, match.group(1)) && named(i, match.group(1)))
                .map(token ->
                    Complaint.at(
                        token,
                        match.group(1) + " is selected twice",
                        "choose another name behind AS")));
  }

  /** Whether this is at least the second time that the variable is selected. */
  private boolean named(int index, String variable) {
    for (int i = index - 1; i >= 0 && !complaint.get(i).is("SELECT"); i--) {
      if (complaint.isVariable(i, variable)
          && (complaint.get(i - 1).is("AS") || !complaint.get(i - 1).is("("))) {
        return true;
      }
    }
    return false;
  }
}
