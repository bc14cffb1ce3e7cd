package org.dramatis.citation;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.dramatis.model.Sha256;
import org.dramatis.query.Repeatability;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/**
 * The one text that stands for a query, however it is written: without prefixes, comments and a
 * layout of its own, with every choice settled that SPARQL leaves to who answers.
 *
 * @param text the query
 * @param dependentOnOrder its aggregates that may answer otherwise when rows come in another order
 */
public record NormalQuery(String text, Set<String> dependentOnOrder) {

  /** The longest text that can be cited, in bytes of UTF-8. */
  public static final int MOST_BYTES = 64 * 1024;

  /** Copies the set. */
  public NormalQuery {
    dependentOnOrder = Set.copyOf(dependentOnOrder);
  }

  /** What the query is called: the digest of its text in UTF-8. */
  public Sha256 hash() {
    return Sha256.of(text);
  }

  /**
   * Settles a query, which is changed by that.
   *
   * @param query just read, with its parameters and graphs in place, and used by nobody else
   * @throws QueryFailedException if its answer would not stay the same, or if it is too long
   */
  public static NormalQuery of(Query query, Budget budget) throws QueryFailedException {
    Set<String> unsteady = Repeatability.unsteady(query);
    if (!unsteady.isEmpty()) {
      throw new QueryFailedException(new QueryProblem.NotRepeatable(unsteady));
    }
    String text = write(query);
    requireShort(text);
    Query again = Sparql.parse(text, AllowedEndpoints.NONE, budget);
    if (!write(again).equals(text)) {
      throw new QueryFailedException(
          new QueryProblem.Unworkable(
              "the query reads differently once it is written out, so that it cannot be cited;"
                  + " write it more plainly"));
    }
    return new NormalQuery(text, Repeatability.dependentOnOrder(again));
  }

  /** Refuses a text that is too long to be kept. */
  public static void requireShort(String text) throws QueryFailedException {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new QueryFailedException(new QueryProblem.TooLong(bytes, MOST_BYTES));
    }
  }

  private static String write(Query query) {
    query.setPrefixMapping(new PrefixMappingImpl());
    query.setBase(null);
    StableOrder.settle(query);
    return query.toString().strip() + "\n";
  }
}
