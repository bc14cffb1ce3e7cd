package org.dramatis.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.model.Base;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * A rule as a query: each row of its answer is something that must not be.
 *
 * @param name the file's path below the project
 * @param title the first line of the comment at its head
 * @param why the rest of that comment, on one line
 * @param query a SELECT
 */
public record Check(String name, String title, String why, Query query) {

  private static final Pattern PLACE =
      Pattern.compile(",? *(?:at )?line:? (\\d+), column:? (\\d+)[.:]?", Pattern.CASE_INSENSITIVE);

  /** More rows than this of one check nobody reads. */
  private static final int LIMIT = 100;

  /** Milliseconds by which a query outlives what is allowed, which then says that it is over. */
  private static final long JUST_AFTER = 1;

  /** Reads a check from a file. */
  static Outcome<Check> load(String name, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Utf8.decode(name, bytes).then(text -> parse(name, Base.rebased(text)));
    } catch (IOException unreadable) {
      return Outcome.refused(
          new Problem.Unreadable(Place.of(name), String.valueOf(unreadable.getMessage())));
    }
  }

  private static Outcome<Check> parse(String name, String text) {
    List<String> comment =
        text.lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("^#\\+?", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    if (comment.size() < 2) {
      return malformed(
          Place.of(name, 1),
          "does not say why the rule is there",
          "begin with a comment: a line that names the rule, then a sentence of why");
    }
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_12);
      if (!query.isSelectType()) {
        return malformed(Place.of(name), "is not a SELECT", "select what must not be");
      }
      String why = String.join(" ", comment.subList(1, comment.size()));
      return Outcome.of(new Check(name, comment.getFirst(), why, query));
    } catch (QueryException bad) {
      return malformed(name, String.valueOf(bad.getMessage()));
    }
  }

  /** Only the message tells where the token stands that was not expected. */
  private static Outcome<Check> malformed(String name, String message) {
    String first = message.strip().split("\\R", 2)[0].strip();
    Matcher place = PLACE.matcher(first);
    if (!place.find()) {
      return malformed(Place.of(name), first, "mend the query");
    }
    return malformed(
        new Place(name, Long.parseLong(place.group(1)), Long.parseLong(place.group(2))),
        place.replaceFirst("").strip(),
        "mend the query here");
  }

  private static Outcome<Check> malformed(Place place, String what, String remedy) {
    return Outcome.refused(new Problem.Malformed(place, what, remedy));
  }

  /** What the query finds in the dataset, within the time that is left. */
  List<Problem> problems(DatasetGraph dataset, Origins origins, Allowance allowance) {
    List<Problem> problems = new ArrayList<>();
    long longest = Math.max(0, allowance.left().toMillis()) + JUST_AFTER;
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(query).timeout(longest, TimeUnit.MILLISECONDS).build()) {
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        if (problems.size() == LIMIT) {
          problems.add(new Problem.TooMany(Place.of(name), LIMIT));
          return problems;
        }
        Map<String, Node> row = row(rows.getResultVars(), rows.next());
        problems.add(
            new Problem.CheckViolation(origins.place(row.values()), name, title, why, row));
      }
    } catch (QueryCancelledException outOfTime) {
      allowance.take(0);
      throw outOfTime;
    }
    return problems;
  }

  private static Map<String, Node> row(List<Var> variables, Binding binding) {
    Map<String, Node> row = new LinkedHashMap<>();
    for (Var variable : variables) {
      if (binding.contains(variable)) {
        row.put(variable.getVarName(), binding.get(variable));
      }
    }
    return row;
  }
}
