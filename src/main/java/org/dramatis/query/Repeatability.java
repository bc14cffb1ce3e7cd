package org.dramatis.query;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.serializer.SerializationContext;

/** Whether a query has the same answer whenever it is asked of the same version. */
public final class Repeatability {

  /** What functions called by IRI are named when they are not functions of their arguments. */
  private static final Set<String> UNSTEADY =
      Set.of("now", "rand", "uuid", "struuid", "bnode", "random-number-generator");

  private final OpVisitor patterns = new Patterns();
  private final ExprVisitor expressions = new Expressions();
  private final Set<String> unsteady = new TreeSet<>();
  private final Set<String> byOrder = new TreeSet<>();

  private Repeatability() {}

  /**
   * False as soon as anything depends on the time, on chance, on another service, or on what the
   * program tells of itself.
   */
  static boolean of(Query query) {
    return unsteady(query).isEmpty();
  }

  /** What makes a query depend on anything but the data, as it is written. */
  public static Set<String> unsteady(Query query) {
    return Collections.unmodifiableSet(look(query).unsteady);
  }

  /**
   * The aggregates of a query that are free to look at rows in any order, and may answer otherwise
   * in another.
   */
  public static Set<String> dependentOnOrder(Query query) {
    return Collections.unmodifiableSet(look(query).byOrder);
  }

  private static Repeatability look(Query query) {
    Repeatability looked = new Repeatability();
    Walker.walk(Algebra.compile(query), looked.patterns, looked.expressions);
    if (OwnDescription.isAskedBy(query)) {
      looked.unsteady.add("the description of the service");
    }
    return looked;
  }

  /** Jena's walker passes by the expressions of ORDER BY and GROUP BY, so they are walked here. */
  private final class Patterns extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      unsteady.add("SERVICE");
    }

    @Override
    public void visit(OpOrder order) {
      order
          .getConditions()
          .forEach(condition -> Walker.walk(condition.getExpression(), patterns, expressions));
    }

    @Override
    public void visit(OpGroup group) {
      group
          .getGroupVars()
          .forEachExpr((_, expression) -> Walker.walk(expression, patterns, expressions));
      group.getAggregators().forEach(aggregator -> Walker.walk(aggregator, patterns, expressions));
    }
  }

  private final class Expressions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunction0 function) {
      look(function);
    }

    @Override
    public void visit(ExprFunction1 function) {
      look(function);
    }

    @Override
    public void visit(ExprFunction2 function) {
      look(function);
    }

    @Override
    public void visit(ExprFunction3 function) {
      look(function);
    }

    @Override
    public void visit(ExprFunctionN function) {
      look(function);
    }

    @Override
    public void visit(ExprAggregator aggregator) {
      switch (aggregator.getAggregator()) {
        case AggSample _, AggSampleDistinct _ -> byOrder.add("SAMPLE");
        case AggGroupConcat _, AggGroupConcatDistinct _ -> byOrder.add("GROUP_CONCAT");
        default -> {
          // The others look at the rows as a bag.
        }
      }
      ExprList arguments = aggregator.getAggregator().getExprList();
      if (arguments != null) {
        arguments.forEach(argument -> Walker.walk(argument, patterns, expressions));
      }
    }

    private void look(ExprFunction function) {
      switch (function) {
        case E_Now _ -> unsteady.add("NOW");
        case Unstable _ ->
            unsteady.add(
                function.getFunctionName(new SerializationContext()).toUpperCase(Locale.ROOT));
        case E_Function call when isUnsteady(call.getFunctionIRI()) ->
            unsteady.add("<" + call.getFunctionIRI() + ">");
        default -> {}
      }
    }

    private boolean isUnsteady(String iri) {
      String name = iri.substring(iri.lastIndexOf('#') + 1).toLowerCase(Locale.ROOT);
      return UNSTEADY.contains(name) || name.startsWith("current-");
    }
  }
}
