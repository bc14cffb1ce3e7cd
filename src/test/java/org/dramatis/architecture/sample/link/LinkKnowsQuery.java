package org.dramatis.architecture.sample.link;

import org.dramatis.architecture.sample.query.QueryKnowsServlets;

/** The second half of a cycle. */
public final class LinkKnowsQuery {

  private LinkKnowsQuery() {}

  /** Names the neighbour. */
  public static Class<?> circular() {
    return QueryKnowsServlets.class;
  }
}
