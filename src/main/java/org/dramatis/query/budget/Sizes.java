package org.dramatis.query.budget;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * How many bytes something is taken to keep in memory. Short texts count nothing, because most of
 * them belong to the data and not to the query.
 */
public final class Sizes {

  /** An entry of a hash table. */
  public static final long ENTRY = 48;

  /** A statement in a graph, with its places in the indexes. */
  public static final long STATEMENT = 200;

  /** A number of forty thousand digits. */
  public static final long LARGEST_NUMBER = 1L << 14;

  private static final long ROW = 64;
  private static final long VALUE = 32;
  private static final int SHORT = 128;

  private Sizes() {}

  /** A row that is kept. */
  public static long of(Binding row) {
    long[] bytes = {ROW};
    row.forEach((_, node) -> bytes[0] += VALUE + of(node));
    return bytes[0];
  }

  /** What a term adds to the row it stands in. */
  public static long of(Node node) {
    if (node.isLiteral()) {
      // Asking a number for its text would make that text.
      return node.getLiteral().isWellFormed() && !isText(node)
          ? 0
          : text(node.getLiteralLexicalForm());
    }
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      return 2 * VALUE + of(triple.getSubject()) + of(triple.getObject());
    }
    return node.isURI() ? text(node.getURI()) : 0;
  }

  /** What a statement adds to a graph. */
  public static long of(Triple triple) {
    return STATEMENT + of(triple.getSubject()) + of(triple.getObject());
  }

  /** What a value adds while an expression is worked out. */
  public static long of(NodeValue value) {
    if (value.isString()) {
      return text(value.getString());
    }
    return value.isNumber() ? ofNumber(value) : of(value.asNode());
  }

  /** What a number adds while an expression is worked out. */
  public static long ofNumber(NodeValue value) {
    if (value.isInteger()) {
      return bits(value.getInteger().bitLength());
    }
    return value.isDecimal() ? bits(value.getDecimal().unscaledValue().bitLength()) : 0;
  }

  /** A text of so many characters while it is being built, which takes up to three copies. */
  public static long building(long characters) {
    return 2 * text(characters);
  }

  /** A text of so many characters. */
  static long text(long characters) {
    return characters <= SHORT ? 0 : 2 * characters;
  }

  private static boolean isText(Node literal) {
    return literal.getLiteralValue() instanceof String;
  }

  private static long text(String text) {
    return text(text.length());
  }

  private static long bits(int count) {
    return count <= Long.SIZE ? 0 : count / 8;
  }
}
