package org.dramatis.http.page;

/**
 * Where queries are cited.
 *
 * @param queries how many have been
 */
public record CitePage(int queries) implements Page {

  @Override
  public String title() {
    return "Cite a query";
  }
}
