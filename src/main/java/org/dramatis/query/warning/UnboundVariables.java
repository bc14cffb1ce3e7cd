package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.PatternVars;
import org.dramatis.query.mistake.Spelling;

/** Variables that are selected, filtered or sorted by, but that nothing gives a value. */
final class UnboundVariables {

  private final List<Warning> warnings = new ArrayList<>();

  private UnboundVariables() {}

  static List<Warning> of(Query query) {
    UnboundVariables search = new UnboundVariables();
    search.check(query);
    return search.warnings;
  }

  private void check(Query query) {
    Set<Var> bound = new LinkedHashSet<>();
    Element pattern = query.getQueryPattern();
    if (pattern != null) {
      bound.addAll(PatternVars.vars(pattern));
    }
    if (query.hasValues()) {
      bound.addAll(query.getValuesVariables());
    }
    query.getGroupBy().forEachExpr((variable, _) -> bound.add(variable));
    query.getProject().forEachExpr((variable, _) -> bound.add(variable));
    if (query.isSelectType() && !query.isQueryResultStar()) {
      query.getProject().forEachVar(variable -> report(variable, bound, "is selected"));
    }
    if (query.isConstructType()) {
      Set<Var> template = new LinkedHashSet<>();
      for (Quad quad : query.getConstructTemplate().getQuads()) {
        Vars.addVarsFromQuad(template, quad);
      }
      template.forEach(variable -> report(variable, bound, "stands in the template"));
    }
    if (query.hasOrderBy()) {
      for (SortCondition condition : query.getOrderBy()) {
        condition
            .getExpression()
            .getVarsMentioned()
            .forEach(variable -> report(variable, bound, "is sorted by"));
      }
    }
    query.getGroupBy().getVars().forEach(variable -> report(variable, bound, "is grouped by"));
    if (pattern != null) {
      Set<Var> anywhere = new LinkedHashSet<>(bound);
      ElementWalker.walk(pattern, new Everywhere(anywhere));
      ElementWalker.walk(pattern, new Inside(anywhere));
    }
  }

  private void report(Var variable, Set<Var> bound, String use) {
    if (bound.contains(variable) || variable.isAllocVar() || variable.isBlankNodeVar()) {
      return;
    }
    Set<String> names =
        bound.stream()
            .filter(known -> !known.isAllocVar())
            .map(Var::getVarName)
            .collect(Collectors.toSet());
    Optional<String> near = Spelling.nearest(variable.getVarName(), names);
    warnings.add(
        new Warning(
            Warning.Code.NEVER_BOUND,
            "%s %s, but nothing gives it a value%s"
                .formatted(
                    variable, use, near.map(name -> "; did you mean ?" + name + "?").orElse(""))));
  }

  /** Collects what is bound in any group, so that a filter is never blamed wrongly. */
  private static final class Everywhere extends ElementVisitorBase {
    private final Set<Var> found;

    Everywhere(Set<Var> found) {
      this.found = found;
    }

    @Override
    public void visit(ElementPathBlock block) {
      PatternVars.vars(found, block);
    }

    @Override
    public void visit(ElementTriplesBlock block) {
      PatternVars.vars(found, block);
    }

    @Override
    public void visit(ElementNamedGraph graph) {
      PatternVars.vars(found, graph);
    }

    @Override
    public void visit(ElementBind bind) {
      found.add(bind.getVar());
    }

    @Override
    public void visit(ElementData data) {
      found.addAll(data.getVars());
    }

    @Override
    public void visit(ElementSubQuery sub) {
      PatternVars.vars(found, sub);
    }
  }

  /** Filters, and the sub-queries in the pattern. */
  private final class Inside extends ElementVisitorBase {
    private final Set<Var> bound;

    Inside(Set<Var> bound) {
      this.bound = bound;
    }

    @Override
    public void visit(ElementFilter filter) {
      Set<Var> inExists = Expressions.boundInExists(filter.getExpr());
      filter.getExpr().getVarsMentioned().stream()
          .filter(variable -> !inExists.contains(variable))
          .forEach(variable -> report(variable, bound, "is compared in a FILTER"));
    }

    @Override
    public void visit(ElementSubQuery sub) {
      check(sub.getQuery());
    }
  }
}
