package org.dramatis.http.page;

import org.dramatis.query.why.Why;

/** The reason for an empty answer as a page. */
public record WhyPage(Why why, String query) implements Page {

  @Override
  public String title() {
    return why.empty() ? "Why there is no answer" : "There is an answer";
  }

  @Override
  public Section section() {
    return Section.QUERY;
  }

  /** The query, to be changed. */
  public QueryForm form() {
    return new QueryForm(query);
  }
}
