package org.dramatis.query.why;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.QueryWarnings;
import org.dramatis.query.warning.Warning;
import org.dramatis.store.Snapshot;

/**
 * Finds the part of a query that empties its answer: joins the parts of the pattern one by one,
 * then applies what takes rows away, until nothing is left. All of it is one budget's work.
 */
public final class WhyEmpty {

  private final QueryRunner runner;
  private final Query query;
  private final Snapshot snapshot;
  private final Budget budget;

  private WhyEmpty(QueryRunner runner, Query query, Snapshot snapshot, Budget budget) {
    this.runner = runner;
    this.query = query;
    this.snapshot = snapshot;
    this.budget = budget;
  }

  /** The reason, or that there is none because the answer is not empty. */
  public static Why of(QueryRunner runner, Query query, Snapshot snapshot, Budget budget)
      throws IOException, QueryFailedException {
    WhyEmpty search = new WhyEmpty(runner, query, snapshot, budget);
    boolean empty = search.rows(query, 1) == 0;
    if (!empty) {
      return Why.notEmpty();
    }
    try {
      return query.getQueryPattern() == null
          ? search.nothingElse(List.of(), OptionalLong.empty())
          : search.search(Elements.of(query.getQueryPattern()));
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(Sparql.NESTED_TOO_DEEPLY, nested);
    }
  }

  private Why search(Elements parts) throws IOException, QueryFailedException {
    List<Why.Element> tried = new ArrayList<>();
    List<Element> sofar = new ArrayList<>();
    for (Element part : parts.joined()) {
      sofar.add(part);
      long own = rows(part);
      long joined = rows(sofar);
      tried.add(tried(part, OptionalLong.of(own), joined));
      if (joined == 0 && Elements.restricts(part)) {
        return emptied(part, own, sofar, parts, tried);
      }
    }
    for (Element part : parts.removing()) {
      long before = rows(sofar);
      sofar.add(part);
      long left = rows(sofar);
      tried.add(tried(part, OptionalLong.empty(), left));
      if (left == 0) {
        String sentence =
            "%s leaves none of the %s before it".formatted(text(part), rowsInWords(before));
        return why(sentence, tried, part, List.of(), without(parts, part));
      }
    }
    return nothingElse(tried, OptionalLong.of(rows(sofar)));
  }

  private Why.Element tried(Element part, OptionalLong own, long joined) {
    return new Why.Element(Elements.kind(part), text(part), own, joined);
  }

  private Why emptied(
      Element part, long own, List<Element> sofar, Elements parts, List<Why.Element> tried)
      throws IOException, QueryFailedException {
    OptionalLong without = without(parts, part);
    if (own == 0) {
      return why(text(part) + " matches nothing, by itself", tried, part, List.of(), without);
    }
    List<Element> together = needed(sofar);
    String sentence =
        "%s has %s by itself, but none that goes with what is joined before it"
            .formatted(text(part), rowsInWords(own));
    return why(sentence, tried, part, together.stream().map(this::text).toList(), without);
  }

  /** As few of the parts as are empty together. */
  private List<Element> needed(List<Element> parts) throws IOException, QueryFailedException {
    List<Element> needed = new ArrayList<>(parts);
    for (Element part : parts.subList(0, parts.size() - 1)) {
      List<Element> fewer = new ArrayList<>(needed);
      fewer.remove(part);
      if (rows(query(fewer), 1) == 0) {
        needed = fewer;
      }
    }
    return needed;
  }

  private Why nothingElse(List<Why.Element> tried, OptionalLong rows) {
    String sentence =
        rows.isPresent()
            ? "the pattern has %s; what stands around it (HAVING, OFFSET, LIMIT or VALUES) leaves none"
                .formatted(rowsInWords(rows.getAsLong()))
            : "nothing is said of what is asked for";
    return new Why(true, sentence, tried, Optional.empty(), List.of(), rows, List.of());
  }

  private Why why(
      String sentence,
      List<Why.Element> tried,
      Element culprit,
      List<String> together,
      OptionalLong without) {
    List<String> hints =
        QueryWarnings.of(query(List.of(culprit)), snapshot.dataset()).stream()
            .filter(warning -> warning.code() != Warning.Code.NEVER_BOUND)
            .map(Warning::text)
            .toList();
    return new Why(true, sentence, tried, Optional.of(text(culprit)), together, without, hints);
  }

  /** What the whole pattern has without one of its parts. */
  private OptionalLong without(Elements parts, Element left)
      throws IOException, QueryFailedException {
    List<Element> rest = new ArrayList<>(parts.joined());
    rest.addAll(parts.removing());
    rest.remove(left);
    return rest.isEmpty() ? OptionalLong.empty() : OptionalLong.of(rows(rest));
  }

  private String text(Element element) {
    return Elements.text(element, query);
  }

  private static String rowsInWords(long rows) {
    return rows == 1
        ? "1 row"
        : rows < Why.MOST ? rows + " rows" : "%,d rows or more".formatted(rows);
  }

  private long rows(Element part) throws IOException, QueryFailedException {
    return rows(query(List.of(part)), Why.MOST);
  }

  private long rows(List<Element> parts) throws IOException, QueryFailedException {
    return rows(query(parts), Why.MOST);
  }

  private long rows(Query asked, long most) throws IOException, QueryFailedException {
    return runner.run(asked, snapshot, budget, (_, answer) -> count(answer, most));
  }

  private static long count(Answer answer, long most) {
    return switch (answer) {
      case Answer.Truth(boolean value) -> value ? 1 : 0;
      case Answer.Statements statements -> Math.min(most, statements.graph().size());
      case Answer.Rows rows -> {
        long count = 0;
        while (count < most && rows.rows().hasNext()) {
          rows.rows().next();
          count++;
        }
        yield count;
      }
    };
  }

  /** All rows of some parts of the pattern, from the graphs that the query chooses. */
  private Query query(List<Element> parts) {
    Query part = new Query(query.getPrologue());
    part.setQuerySelectType();
    part.setQueryResultStar(true);
    part.setQueryPattern(Elements.group(parts));
    query.getGraphURIs().forEach(part::addGraphURI);
    query.getNamedGraphURIs().forEach(part::addNamedGraphURI);
    part.resetResultVars();
    return part;
  }
}
