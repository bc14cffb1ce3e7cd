package org.dramatis.query.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.dramatis.model.Terms;

/** Operators in words. */
final class Words {

  private static final int MOST = 300;

  private Words() {}

  static String operator(Op operator) {
    return switch (operator) {
      case OpBGP _ -> "pattern";
      case OpConditional _ -> "optional";
      case OpLeftJoin _ -> "optional";
      case OpTable _ -> "values";
      case OpTopN _ -> "first";
      default -> operator.getName();
    };
  }

  static String detail(Op operator) {
    String text =
        switch (operator) {
          case OpBGP patterns ->
              patterns.getPattern().getList().stream()
                  .map(Words::show)
                  .collect(Collectors.joining(" . "));
          case OpPath path -> path.getTriplePath().toString();
          case OpFilter filter -> filter.getExprs().toString();
          case OpGraph graph -> show(graph.getNode());
          case OpProject project -> project.getVars().toString();
          case OpExtend extend -> extend.getVarExprList().toString();
          case OpOrder order -> show(order.getConditions());
          case OpTopN top -> top.getLimit() + " by " + show(top.getConditions());
          case OpSlice slice -> slice(slice);
          case OpGroup group -> group.getGroupVars() + " " + group.getAggregators();
          case OpLeftJoin join when join.getExprs() != null -> join.getExprs().toString();
          case OpTable table -> table.getTable().size() + " rows";
          default -> "";
        };
    return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
  }

  private static String show(List<SortCondition> conditions) {
    return conditions.stream()
        .map(condition ->
            (condition.getDirection() == Query.ORDER_DESCENDING ? "desc " : "")
                + condition.getExpression())
        .collect(Collectors.joining(", "));
  }

  private static String slice(OpSlice slice) {
    String offset = slice.getStart() > 0 ? "from " + slice.getStart() + " " : "";
    return offset + (slice.getLength() >= 0 ? "at most " + slice.getLength() : "");
  }

  private static String show(Triple triple) {
    return show(triple.getSubject())
        + " "
        + show(triple.getPredicate())
        + " "
        + show(triple.getObject());
  }

  private static String show(Node node) {
    return node.isVariable() ? node.toString() : Terms.show(node);
  }
}
