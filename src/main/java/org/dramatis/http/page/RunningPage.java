package org.dramatis.http.page;

import java.util.List;

/** The queries that are here, as a table. */
public record RunningPage(List<Row> rows) implements Page {

  /** One query. */
  public record Row(
      String id,
      String client,
      String arrived,
      String age,
      String memory,
      String phase,
      String text) {}

  @Override
  public String title() {
    return "Running queries";
  }
}
