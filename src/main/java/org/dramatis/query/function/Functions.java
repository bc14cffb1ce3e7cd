package org.dramatis.query.function;

import java.util.List;

/** The functions that a query may call by IRI. */
public final class Functions {

  private Functions() {}

  /** Their IRIs, in alphabetical order. */
  public static List<String> offered() {
    return new PlainFunctions().offered();
  }
}
