package org.dramatis.query.language;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.UpdateParser;
import org.apache.jena.sparql.modify.UpdateRequestSink;
import org.apache.jena.update.UpdateRequest;
import org.dramatis.model.Namespaces;
import org.dramatis.query.budget.BoundedReader;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.mistake.Mistake;
import org.dramatis.query.mistake.Mistakes;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** Reads SPARQL 1.2 queries and updates, without the extensions of any engine. */
public final class Sparql {

  /**
   * The longest text that is read as a query. Parsing time grows with the square of the longest
   * token, so the limit also bounds the time that a request can take before its time limit counts.
   */
  public static final int MAX_CHARACTERS = 256 * 1024;

  /** The longest text that is read as an update. */
  public static final int MAX_UPDATE_CHARACTERS = 32 * 1024 * 1024;

  /** The base against which relative IRIs of a query are resolved. */
  public static final String BASE = Namespaces.BASE;

  /** Parser and engine go down into a query by recursion. */
  public static final QueryProblem NESTED_TOO_DEEPLY =
      new QueryProblem.TooComplex("the query is nested too deeply", Optional.empty());

  /** A plan of more groups takes longer to make than many a query to answer. */
  private static final int MOST_GROUPS = 1000;

  private static final Duration QUICKLY = Duration.ofSeconds(10);

  private Sparql() {}

  /** Parses a query that asks no other service, and checks that it stays within what is offered. */
  public static Query parse(String text) throws QueryFailedException {
    return parse(text, AllowedEndpoints.NONE);
  }

  /** Parses a query that may ask these endpoints, and checks that it asks for nothing else. */
  public static Query parse(String text, AllowedEndpoints endpoints) throws QueryFailedException {
    return parse(text, endpoints, Budget.of(QUICKLY, Long.MAX_VALUE));
  }

  /**
   * Parses a query that may ask these endpoints, within its budget, and checks that it asks for
   * nothing else.
   */
  public static Query parse(String text, AllowedEndpoints endpoints, Budget budget)
      throws QueryFailedException {
    return parse(
        text,
        Mistakes.Language.QUERY,
        settled -> {
          Query query = new Query();
          query.setBase(IRIx.create(BASE));
          try {
            new BoundedParser(budget).parse(query, settled);
          } finally {
            // The parser tells every failure as a fault of the text.
            budget.check();
          }
          StandardSyntax.check(query);
          QueryRules.check(query, settled, endpoints);
          return query;
        });
  }

  /** Parses a short update and checks that it stays within what is offered here. */
  public static UpdateRequest parseUpdate(String text) throws QueryFailedException {
    return parseUpdate(text, Budget.of(QUICKLY, Long.MAX_VALUE));
  }

  /**
   * Parses an update, which may carry much data, within its budget, and checks that it stays within
   * what is offered here.
   */
  public static UpdateRequest parseUpdate(String text, Budget budget) throws QueryFailedException {
    return parse(
        text,
        Mistakes.Language.UPDATE,
        settled -> {
          UpdateRequest update = new UpdateRequest();
          update.setBase(IRIx.create(BASE));
          try {
            UpdateParser.createParser(Syntax.syntaxSPARQL_12)
                .parse(new UpdateRequestSink(update), update, new BoundedReader(settled, budget));
          } finally {
            // The parser tells every failure as a fault of the text.
            budget.check();
          }
          QueryRules.check(update, settled);
          return update;
        });
  }

  @FunctionalInterface
  private interface Parser<T> {
    T parse(String text) throws QueryFailedException;
  }

  private static <T> T parse(String text, Mistakes.Language language, Parser<T> parser)
      throws QueryFailedException {
    int longest =
        switch (language) {
          case QUERY -> MAX_CHARACTERS;
          case UPDATE -> MAX_UPDATE_CHARACTERS;
        };
    if (text.length() > longest) {
      throw new QueryFailedException(new QueryProblem.TooLong(text.length(), longest));
    }
    Nesting.check(text, language == Mistakes.Language.QUERY ? MOST_GROUPS : Integer.MAX_VALUE);
    String settled = settle(text, language);
    try {
      return parser.parse(settled);
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    } catch (QueryException unparsable) {
      throw new QueryFailedException(describe(settled, language, unparsable), unparsable);
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(NESTED_TOO_DEEPLY, nested);
    }
  }

  /**
   * Puts a choice of graphs, when there is one, in the place of the query's own FROM and FROM
   * NAMED.
   */
  public static void choose(Query query, List<String> defaultGraphs, List<String> namedGraphs) {
    if (defaultGraphs.isEmpty() && namedGraphs.isEmpty()) {
      return;
    }
    if (query.hasDatasetDescription()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
    }
    defaultGraphs.forEach(query::addGraphURI);
    namedGraphs.forEach(query::addNamedGraphURI);
  }

  private static String settle(String text, Mistakes.Language language)
      throws QueryFailedException {
    try {
      return CodepointEscapes.settle(text);
    } catch (QueryParseException bad) {
      Mistake mistake =
          new Mistake(firstLine(bad), bad.getLine(), bad.getColumn(), "", Optional.empty());
      throw new QueryFailedException(new QueryProblem.Unparsable(language, mistake), bad);
    }
  }

  private static QueryProblem describe(
      String text, Mistakes.Language language, QueryException unparsable) {
    if (unparsable.getCause() instanceof StackOverflowError) {
      return NESTED_TOO_DEEPLY;
    }
    String complaint = firstLine(unparsable);
    Optional<QueryParseException> place =
        unparsable instanceof QueryParseException parse && parse.getLine() > 0
            ? Optional.of(parse)
            : Optional.empty();
    // Some messages name the place, and then that of the offending token; all others may.
    String placed =
        place
            .map(at -> " at line %d, column %d".formatted(at.getLine(), at.getColumn()))
            .map(complaint::concat)
            .orElse(complaint);
    // Nobody wrote a longer text by hand, and its pieces would take many times its room.
    Optional<Mistake> mistake =
        text.length() > MAX_CHARACTERS
            ? place.map(
                at -> new Mistake(complaint, at.getLine(), at.getColumn(), "", Optional.empty()))
            : Mistakes.find(text, language, placed);
    return mistake
        .map(found -> new QueryProblem.Unparsable(language, found))
        .orElseGet(() -> new QueryProblem.Unparsable(language, complaint));
  }

  private static String firstLine(QueryException exception) {
    String message = exception.getMessage();
    return message == null ? "not a SPARQL query" : message.lines().findFirst().orElse("").strip();
  }
}
