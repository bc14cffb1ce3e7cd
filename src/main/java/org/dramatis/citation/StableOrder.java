package org.dramatis.citation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * Leaves no choice where SPARQL leaves one: which rows of equal rank come first, and so which of
 * them LIMIT and OFFSET keep, and which rows REDUCED drops. Every answer that comes out is one that
 * the standard allows for the query as it was.
 */
final class StableOrder {

  private StableOrder() {}

  /** Changes the query and those inside it. */
  static void settle(Query query) {
    if (query.isReduced()) {
      query.setReduced(false);
      query.setDistinct(true);
    }
    if (query.hasOrderBy() || query.hasLimit() || query.hasOffset()) {
      Set<Var> ranked = ranked(query);
      variables(query).stream()
          .filter(ranked::add)
          .forEach(variable -> query.addOrderBy(variable, Query.ORDER_DEFAULT));
    }
    if (query.getQueryPattern() != null) {
      ElementWalker.walk(
          query.getQueryPattern(),
          new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
              settle(inner.getQuery());
            }
          });
    }
  }

  private static Set<Var> ranked(Query query) {
    Set<Var> ranked = new HashSet<>();
    if (query.hasOrderBy()) {
      for (SortCondition condition : query.getOrderBy()) {
        if (condition.getExpression().isVariable()) {
          ranked.add(condition.getExpression().asVar());
        }
      }
    }
    return ranked;
  }

  /** What two rows differ in, if they differ at all. */
  private static List<Var> variables(Query query) {
    if (query.isAskType() || query.getQueryPattern() == null) {
      return List.of();
    }
    if (query.isConstructType()) {
      return query.hasGroupBy()
          ? query.getGroupBy().getVars()
          : PatternVars.vars(query.getQueryPattern()).stream()
              .filter(variable -> variable.isNamedVar())
              .sorted((one, other) -> one.getVarName().compareTo(other.getVarName()))
              .toList();
    }
    return new ArrayList<>(query.getProjectVars());
  }
}
