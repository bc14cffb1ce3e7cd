package org.dramatis.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The queries that were asked lately, ready to run. Reading a query takes longer than answering
 * most small ones.
 */
public final class ParsedQueries {

  /** A query in memory takes some fifty times the room of its text. */
  private static final long MOST_CHARACTERS = 512L * 1024;

  private static final int LONGEST = 16 * 1024;
  private static final int SMALLEST = 256;

  private record Key(String text, List<String> defaultGraphs, List<String> namedGraphs) {

    int weight() {
      return SMALLEST + text.length() + 64 * (defaultGraphs.size() + namedGraphs.size());
    }
  }

  private final Cache<Key, ParsedQuery> known =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .<Key, ParsedQuery>weigher((key, _) -> key.weight())
          .executor(Runnable::run)
          .build();

  private final AllowedEndpoints endpoints;

  /** Reads queries that may ask these endpoints by SERVICE. */
  public ParsedQueries(AllowedEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** The query of this text over these graphs, if it was read before. */
  public Optional<ParsedQuery> known(
      String text, List<String> defaultGraphs, List<String> namedGraphs) {
    return Optional.ofNullable(known.getIfPresent(new Key(text, defaultGraphs, namedGraphs)));
  }

  /** Reads a query, within its budget, and remembers it, unless it is long. */
  public ParsedQuery read(
      String text, List<String> defaultGraphs, List<String> namedGraphs, Budget budget)
      throws QueryFailedException {
    Query query = Sparql.parse(text, endpoints, budget);
    Sparql.choose(query, defaultGraphs, namedGraphs);
    ParsedQuery parsed = look(query);
    if (text.length() <= LONGEST) {
      known.put(new Key(text, defaultGraphs, namedGraphs), parsed);
    }
    return parsed;
  }

  /** A chain of operators is as deep as it is long, and no parenthesis shows it. */
  private static ParsedQuery look(Query query) throws QueryFailedException {
    try {
      return ParsedQuery.of(query);
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(Sparql.NESTED_TOO_DEEPLY, nested);
    }
  }
}
