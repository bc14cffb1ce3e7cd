package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;

/** Parts of a pattern that share no variable: each row of one goes with each row of the other. */
final class Products {

  private final DatasetGraph asked;
  private final List<Warning> warnings = new ArrayList<>();

  private Products(DatasetGraph asked) {
    this.asked = asked;
  }

  static List<Warning> of(Query query, DatasetGraph asked) {
    Products products = new Products(asked);
    products.group(query.getQueryPattern(), Set.of());
    return products.warnings;
  }

  /** What is joined in one group, given the variables that come in from around it. */
  private void group(Element element, Set<Var> outside) {
    Parts parts = new Parts();
    if (!outside.isEmpty()) {
      parts.joined(outside);
    }
    collect(element, Quad.defaultGraphIRI, parts);
    List<Set<Var>> apart = parts.apart();
    if (apart.size() > 1) {
      warnings.add(
          new Warning(
              Warning.Code.CARTESIAN_PRODUCT,
              "nothing joins %s: every row of one is combined with every row of the other"
                  .formatted(
                      apart.stream().map(Products::show).collect(Collectors.joining(" with ")))));
    }
    Set<Var> here = new LinkedHashSet<>(outside);
    here.addAll(parts.variables());
    parts.nested().forEach(nested -> group(nested, here));
    parts.separate().forEach(sub -> group(sub, Set.of()));
  }

  private void collect(Element element, Node graph, Parts parts) {
    switch (element) {
      case ElementGroup group -> group.getElements().forEach(part -> collect(part, graph, parts));
      case ElementNamedGraph named -> {
        Node name = named.getGraphNameNode();
        collect(named.getElement(), name.isConcrete() ? name : Node.ANY, parts);
        if (name.isVariable()) {
          Set<Var> joined = new LinkedHashSet<>(PatternVars.vars(named.getElement()));
          joined.add(Var.alloc(name));
          parts.joined(joined);
        }
      }
      case ElementPathBlock block ->
          block.getPattern().getList().forEach(triple -> triple(triple, graph, parts));
      case ElementTriplesBlock block ->
          block
              .getPattern()
              .getList()
              .forEach(triple -> triple(new TriplePath(triple), graph, parts));
      case ElementData data ->
          parts.rows(new LinkedHashSet<>(data.getVars()), data.getRows().size());
      case ElementBind bind -> {
        Set<Var> joined = new LinkedHashSet<>(bind.getExpr().getVarsMentioned());
        joined.add(bind.getVar());
        parts.joined(joined);
      }
      case ElementAssign assign -> parts.joined(assign.getExpr().getVarsMentioned());
      case ElementFilter filter -> {
        Set<Var> joined = new LinkedHashSet<>(filter.getExpr().getVarsMentioned());
        joined.addAll(Expressions.boundInExists(filter.getExpr()));
        parts.joined(joined);
      }
      case ElementOptional optional -> {
        parts.many(PatternVars.vars(optional.getOptionalElement()));
        parts.nest(optional.getOptionalElement());
      }
      case ElementUnion union -> {
        parts.many(PatternVars.vars(union));
        union.getElements().forEach(parts::nest);
      }
      case ElementSubQuery sub -> subQuery(sub, parts);
      case ElementMinus minus -> parts.separate(minus.getMinusElement());
      default -> parts.many(PatternVars.vars(element));
    }
  }

  private void triple(TriplePath triple, Node graph, Parts parts) {
    Set<Var> variables = new LinkedHashSet<>();
    variables.addAll(PatternVars.vars(block(triple)));
    int rows = 2;
    if (triple.isTriple()) {
      var found =
          asked.find(
              graph,
              Matches.any(triple.getSubject()),
              Matches.any(triple.getPredicate()),
              Matches.any(triple.getObject()));
      rows = 0;
      while (rows < 2 && found.hasNext()) {
        found.next();
        rows++;
      }
    }
    parts.rows(variables, rows);
  }

  private static Element block(TriplePath triple) {
    ElementPathBlock block = new ElementPathBlock();
    block.addTriple(triple);
    return block;
  }

  /** A sub-query is a part of its own; one that has a single row multiplies nothing. */
  private static void subQuery(ElementSubQuery sub, Parts parts) {
    Query query = sub.getQuery();
    boolean single =
        query.getLimit() == 1 || (query.hasAggregators() && query.getGroupBy().isEmpty());
    parts.rows(new LinkedHashSet<>(PatternVars.vars(sub)), single ? 1 : 2);
    parts.separate(query.getQueryPattern());
  }

  private static String show(Set<Var> variables) {
    return variables.stream()
        .filter(variable -> !variable.isAllocVar())
        .limit(4)
        .map(Var::toString)
        .collect(Collectors.joining(" "));
  }
}
