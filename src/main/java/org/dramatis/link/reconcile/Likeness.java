package org.dramatis.link.reconcile;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.link.search.Search;

/** How well a value is what somebody has, from 0 to 1. */
record Likeness(Graph graph) {

  /** Names that are less alike than this have nothing to do with each other. */
  private static final double LEAST = 0.6;

  /** A film is often dated by its festival, or by another country. */
  private static final double A_YEAR_OFF = 0.5;

  private static final int DIGITS_OF_A_YEAR = 4;

  double of(Given given, Node value, boolean exact) {
    if (value.isURI()) {
      return ofEntity(given, value);
    }
    if (!value.isLiteral()) {
      return 0;
    }
    String text = value.getLiteralLexicalForm();
    String wanted = given.shown().strip();
    if (XSDDatatype.XSDgYear.equals(value.getLiteralDatatype())) {
      return ofYear(wanted, text);
    }
    Optional<BigDecimal> number = number(wanted);
    if (number.isPresent() && number(text).isPresent() && !exact) {
      return number.get().compareTo(number(text).get()) == 0 ? 1 : 0;
    }
    if (text.equals(wanted)) {
      return 1;
    }
    if (isDate(value)) {
      return !wanted.isEmpty() && text.startsWith(wanted + "-") ? 1 : 0;
    }
    return exact ? 0 : atLeast(Search.likeness(wanted, text));
  }

  private double ofEntity(Given given, Node value) {
    return switch (given) {
      case Given.Entity(Node iri) -> iri.equals(value) ? 1 : 0;
      case Given.Text(String text) when text.strip().equals(value.getURI()) -> 1;
      case Given.Text _, Given.Amount _ ->
          Search.names(graph, value).stream()
              .mapToDouble(name -> atLeast(Search.likeness(given.shown(), name.text())))
              .max()
              .orElse(0);
    };
  }

  private static double atLeast(double likeness) {
    return likeness < LEAST ? 0 : likeness;
  }

  private static double ofYear(String wanted, String year) {
    boolean date = wanted.length() > DIGITS_OF_A_YEAR && wanted.charAt(DIGITS_OF_A_YEAR) == '-';
    Optional<BigDecimal> given = number(date ? wanted.substring(0, DIGITS_OF_A_YEAR) : wanted);
    Optional<BigDecimal> there = number(year);
    if (given.isEmpty() || there.isEmpty()) {
      return 0;
    }
    BigDecimal apart = given.get().subtract(there.get()).abs();
    return apart.signum() == 0 ? 1 : apart.compareTo(BigDecimal.ONE) == 0 ? A_YEAR_OFF : 0;
  }

  private static boolean isDate(Node value) {
    return XSDDatatype.XSDdate.equals(value.getLiteralDatatype())
        || XSDDatatype.XSDdateTime.equals(value.getLiteralDatatype());
  }

  private static Optional<BigDecimal> number(String text) {
    boolean plain =
        !text.isEmpty()
            && text.length() < 20
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    try {
      return plain ? Optional.of(new BigDecimal(text)) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
