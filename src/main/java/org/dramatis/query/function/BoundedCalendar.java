package org.dramatis.query.function;

import java.math.BigDecimal;
import java.util.Map;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Sums with durations. The calendar of Java counts off days month by month, so a duration of more
 * days than any calendar has is an error, as XPath allows for an overflow.
 */
final class BoundedCalendar {

  private static final long MOST_DAYS = 10_000_000;

  private static final Map<Field, Long> DAY =
      Map.of(
          DatatypeConstants.DAYS,
          1L,
          DatatypeConstants.HOURS,
          24L,
          DatatypeConstants.MINUTES,
          24L * 60,
          DatatypeConstants.SECONDS,
          24L * 60 * 60);

  private BoundedCalendar() {}

  private static void check(NodeValue value) {
    if (value.isDuration()) {
      Duration duration = value.getDuration();
      DAY.forEach((field, aDay) -> check(duration, field, aDay));
    }
  }

  private static void check(Duration duration, Field field, long aDay) {
    Number amount = duration.getField(field);
    if (amount != null
        && new BigDecimal(amount.toString()).compareTo(BigDecimal.valueOf(MOST_DAYS * aDay)) > 0) {
      throw new ExprEvalException("a duration of too many days: " + duration);
    }
  }

  /** A sum. */
  static final class Plus extends E_Add {
    Plus(Expr one, Expr other) {
      super(one, other);
    }

    @Override
    public NodeValue eval(NodeValue one, NodeValue other) {
      StandardFunctions.requireSummands(one, other);
      check(one);
      check(other);
      return super.eval(one, other);
    }

    @Override
    public Expr copy(Expr one, Expr other) {
      return new Plus(one, other);
    }
  }

  /** A difference. */
  static final class Minus extends E_Subtract {
    Minus(Expr one, Expr other) {
      super(one, other);
    }

    @Override
    public NodeValue eval(NodeValue one, NodeValue other) {
      check(one);
      check(other);
      return super.eval(one, other);
    }

    @Override
    public Expr copy(Expr one, Expr other) {
      return new Minus(one, other);
    }
  }
}
