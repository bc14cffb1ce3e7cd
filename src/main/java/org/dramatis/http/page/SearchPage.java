package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/**
 * What was found by a name, and a form to look for another.
 *
 * @param text what was looked for; empty if nothing was
 * @param rows what was found
 * @param next the address of the rest, if there is more
 */
public record SearchPage(String text, List<Row> rows, Optional<String> next) implements Page {

  /**
   * One thing that was found.
   *
   * @param thing what it is listed as
   * @param types what it is
   * @param description one line of it, if there is one
   * @param matched the name by which it was found
   * @param kind what that name is
   * @param why it was found by it
   * @param sources that call it so
   */
  public record Row(
      Shown thing,
      List<String> types,
      Optional<String> description,
      String matched,
      String kind,
      String why,
      List<Shown> sources) {}

  /** Copies the list. */
  public SearchPage {
    rows = List.copyOf(rows);
  }

  /** The form alone. */
  public static SearchPage empty() {
    return new SearchPage("", List.of(), Optional.empty());
  }

  @Override
  public String title() {
    return text.isEmpty() ? "Search" : "Search: " + text;
  }

  @Override
  public Section section() {
    return Section.SEARCH;
  }
}
