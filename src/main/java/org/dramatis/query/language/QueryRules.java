package org.dramatis.query.language;

import java.io.Serial;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.function.PlainFunctions;
import org.dramatis.query.mistake.Culprits;
import org.dramatis.query.mistake.TextPlace;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** What no query may do here, wherever in the query it stands. */
public final class QueryRules {

  private static final FunctionRegistry FUNCTIONS = new PlainFunctions();

  private final OpVisitor patterns = new Patterns();
  private final ExprVisitor expressions = new Expressions();

  private final AllowedEndpoints endpoints;

  private QueryRules(AllowedEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Refuses a query that asks any other service or calls a function that is not offered.
   *
   * @param text where it was read from
   */
  public static void check(Query query, String text, AllowedEndpoints endpoints)
      throws QueryFailedException {
    check(text, endpoints, rules -> rules.walk(Algebra.compile(query)));
  }

  /** Refuses an update for the same reasons, and one that would load something. */
  public static void check(UpdateRequest request, String text) throws QueryFailedException {
    check(text, AllowedEndpoints.NONE, rules -> request.forEach(rules::walk));
  }

  private static void check(String text, AllowedEndpoints endpoints, Consumer<QueryRules> walk)
      throws QueryFailedException {
    try {
      walk.accept(new QueryRules(endpoints));
    } catch (RefusedException refused) {
      throw new QueryFailedException(
          new QueryProblem.Refused(refused.reason, refused.culprit.apply(Culprits.in(text))),
          refused);
    }
  }

  private void walk(Update update) {
    // A silent one may fail without a word, which it does here.
    if (update instanceof UpdateLoad load && !load.isSilent()) {
      throw new RefusedException(
          "LOAD is not offered: this service fetches nothing; send the data", Culprits::load);
    }
    if (update instanceof UpdateModify modify) {
      walk(Algebra.compile(modify.getWherePattern()));
    }
  }

  /** What stands within a SERVICE is the other service's business. */
  private void walk(Op pattern) {
    pattern.visit(Walker.createWalkerSkipService(patterns, expressions, null, null));
  }

  private void walk(Expr expression) {
    expression.visit(Walker.createWalkerSkipService(patterns, expressions, null, null));
  }

  /** Jena's walker passes by the expressions of ORDER BY and GROUP BY, so they are walked here. */
  private final class Patterns extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      if (endpoints.isEmpty()) {
        throw new RefusedException(
            "SERVICE is not offered: this service asks no other service", Culprits::service);
      }
      Node asked = service.getService();
      if (asked.isURI() && !service.getSilent() && !endpoints.contains(asked.getURI())) {
        throw new RefusedException(
            "SERVICE: <%s> is none of the endpoints that are asked from here"
                .formatted(asked.getURI()),
            culprits -> culprits.service(asked.getURI()));
      }
    }

    @Override
    public void visit(OpOrder order) {
      order.getConditions().forEach(condition -> walk(condition.getExpression()));
    }

    @Override
    public void visit(OpGroup group) {
      VarExprList keys = group.getGroupVars();
      keys.forEachExpr((_, expression) -> walk(expression));
      group.getAggregators().forEach(aggregator -> walk(aggregator));
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionN function) {
      if (function instanceof E_Function call && !FUNCTIONS.isRegistered(call.getFunctionIRI())) {
        throw new RefusedException(
            "there is no function <" + call.getFunctionIRI() + "> here",
            culprits -> culprits.call(call.getFunctionIRI()));
      }
    }

    @Override
    public void visit(ExprAggregator aggregator) {
      ExprList arguments = aggregator.getAggregator().getExprList();
      if (arguments != null) {
        arguments.forEach(QueryRules.this::walk);
      }
    }
  }

  /** Leaves the walk, which knows no checked exceptions. */
  private static final class RefusedException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Function<Culprits, Optional<TextPlace>> culprit;

    RefusedException(String reason, Function<Culprits, Optional<TextPlace>> culprit) {
      super(reason);
      this.reason = reason;
      this.culprit = culprit;
    }
  }
}
