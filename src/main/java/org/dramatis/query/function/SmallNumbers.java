package org.dramatis.query.function;

import java.math.BigInteger;
import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionBase;

/** A function one of whose arguments is a power of ten or the like, which must not be large. */
final class SmallNumbers extends FunctionBase {

  private static final BigInteger LARGEST = BigInteger.valueOf(1000);

  private final FunctionBase function;
  private final int place;

  /** The power is the argument at this place, where there is one. */
  SmallNumbers(Function function, int place) {
    this.function = (FunctionBase) function;
    this.place = place;
  }

  @Override
  public NodeValue exec(List<NodeValue> arguments) {
    if (arguments.size() > place) {
      NodeValue power = arguments.get(place);
      if (power.isInteger() && power.getInteger().abs().compareTo(LARGEST) > 0) {
        throw new ExprEvalException("the result would have too many digits");
      }
    }
    return function.exec(arguments);
  }

  @Override
  public void checkBuild(String iri, ExprList arguments) {
    function.checkBuild(iri, arguments);
  }
}
