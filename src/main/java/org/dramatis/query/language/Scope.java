package org.dramatis.query.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;

/**
 * The scope of variables (SPARQL 1.2, 18.2.1): AS gives a value to a variable that has none yet.
 * Jena's own check, in whose place and with whose words this one stands, does not know that only
 * the keys are left of a pattern after GROUP BY.
 */
final class Scope {

  private Scope() {}

  /**
   * Refuses a query that uses a variable where it may not.
   *
   * @throws QueryParseException as Jena's parser would throw it
   */
  static void check(Query query) {
    Element pattern = query.getQueryPattern();
    if (pattern == null) {
      return;
    }
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementSubQuery subquery) {
            check(subquery.getQuery());
          }

          @Override
          public void visit(ElementGroup group) {
            checkBinds(group.getElements());
          }
        });
    if (query.hasGroupBy()) {
      checkGrouped(query);
    } else {
      checkAssignments(query.getProject(), new HashSet<>(PatternVars.vars(pattern)));
    }
  }

  private static void checkBinds(List<Element> elements) {
    Set<Var> known = new HashSet<>();
    for (Element element : elements) {
      if (element instanceof ElementBind bind && known.contains(bind.getVar())) {
        throw refused(
            "BIND: Variable used when already in-scope: %s in %s".formatted(bind.getVar(), bind));
      }
      PatternVars.vars(known, element);
    }
  }

  private static void checkGrouped(Query query) {
    if (query.isQueryResultStar()) {
      throw refused("SELECT * not legal with GROUP BY");
    }
    List<Var> keys = query.getGroupBy().getVars();
    checkAssignments(query.getProject(), new HashSet<>(keys));
    Set<Var> known = new HashSet<>(keys);
    for (Var variable : query.getProject().getVars()) {
      Expr expression = query.getProject().getExpr(variable);
      if (expression == null) {
        if (!known.contains(variable)) {
          throw refused("Non-group key variable in SELECT: " + variable);
        }
      } else {
        for (Var used : expression.getVarsMentioned()) {
          if (!known.contains(used)) {
            throw refused(
                "Non-group key variable in SELECT: %s in expression %s"
                    .formatted(used, expression));
          }
        }
      }
      known.add(variable);
    }
  }

  /** Each expression names a new variable, which those after it know. */
  private static void checkAssignments(VarExprList selected, Set<Var> known) {
    selected.forEachExpr((variable, expression) -> {
      known.addAll(expression.getVarsMentioned());
      if (!known.add(variable)) {
        throw refused(
            "Variable used when already in-scope: %s in (%s AS %s)"
                .formatted(variable, expression, variable));
      }
    });
  }

  private static QueryParseException refused(String reason) {
    return new QueryParseException(reason, -1, -1);
  }
}
