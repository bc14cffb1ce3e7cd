package org.dramatis.http.page;

/**
 * A form in which a query can be changed and asked.
 *
 * @param query what stands in it
 */
public record QueryForm(String query) {

  private static final int LEAST_LINES = 8;
  private static final int MOST_LINES = 24;

  /** How many lines of it are seen at once. */
  public long rows() {
    return Math.clamp(query.lines().count() + 1, LEAST_LINES, MOST_LINES);
  }
}
