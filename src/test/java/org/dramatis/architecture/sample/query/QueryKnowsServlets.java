package org.dramatis.architecture.sample.query;

import jakarta.servlet.Servlet;
import org.dramatis.architecture.sample.link.LinkKnowsQuery;

/** Transport does not belong into a query, nor a neighbour that needs it. */
public final class QueryKnowsServlets {

  private QueryKnowsServlets() {}

  /** Names the transport. */
  public static Class<?> forbidden() {
    return Servlet.class;
  }

  /** Names the neighbour. */
  public static Class<?> circular() {
    return LinkKnowsQuery.class;
  }
}
