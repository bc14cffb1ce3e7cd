package org.dramatis.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts terms in place of variables in a parsed query, so that no value can become syntax. Jena's
 * own replacement passes by the variables inside triple terms.
 */
public final class Substitution {

  private Substitution() {}

  /** The query with the terms in place of the variables, and with every IRI written out. */
  public static Query apply(Query query, Map<Var, Node> values) {
    Query filled =
        transform(
            query, node -> Var.isVar(node) ? values.getOrDefault(Var.alloc(node), node) : node);
    filled.setBase(null);
    return filled;
  }

  /**
   * Joins several conditions after one HAVING into one. Jena's replacement would put the first in
   * the place of each.
   */
  public static void joinHavingConditions(Query query) {
    List<Expr> conditions = query.getHavingExprs();
    if (conditions.size() > 1) {
      Expr joined = conditions.stream().reduce(E_LogicalAnd::new).orElseThrow();
      conditions.clear();
      conditions.add(joined);
    }
    if (query.getQueryPattern() != null) {
      ElementWalker.walk(
          query.getQueryPattern(),
          new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery inner) {
              joinHavingConditions(inner.getQuery());
            }
          });
    }
  }

  /** All variables that {@link #apply} can reach. */
  public static Set<Var> variables(Query query) {
    Set<Var> found = new LinkedHashSet<>();
    transform(
        query,
        node -> {
          if (Var.isVar(node)) {
            found.add(Var.alloc(node));
          }
          return node;
        });
    return found;
  }

  private static Query transform(Query query, UnaryOperator<Node> change) {
    UnaryOperator<Node> deep = deep(change);
    Query changed = QueryTransformOps.transform(query, deep::apply);
    if (query.isConstructType()) {
      QuadAcc template = new QuadAcc();
      for (Quad quad : query.getConstructTemplate().getQuads()) {
        template.addQuad(
            Quad.create(
                deep.apply(quad.getGraph()),
                deep.apply(quad.getSubject()),
                deep.apply(quad.getPredicate()),
                deep.apply(quad.getObject())));
      }
      changed.setConstructTemplate(new Template(template));
    }
    return changed;
  }

  private static UnaryOperator<Node> deep(UnaryOperator<Node> change) {
    return new UnaryOperator<>() {
      @Override
      public Node apply(Node node) {
        if (!node.isTripleTerm()) {
          return change.apply(node);
        }
        Triple triple = node.getTriple();
        Triple changed =
            Triple.create(
                apply(triple.getSubject()),
                apply(triple.getPredicate()),
                apply(triple.getObject()));
        return changed.equals(triple) ? node : NodeFactory.createTripleTerm(changed);
      }
    };
  }
}
