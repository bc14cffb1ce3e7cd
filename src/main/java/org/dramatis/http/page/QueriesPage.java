package org.dramatis.http.page;

import org.dramatis.query.catalogue.Catalogue;

/** Every published question, by topic. */
public record QueriesPage(Questions questions) implements Page {

  /** The page of a catalogue. */
  public static QueriesPage of(Catalogue catalogue) {
    return new QueriesPage(Questions.of(catalogue));
  }

  @Override
  public String title() {
    return "Published questions";
  }

  @Override
  public Section section() {
    return Section.QUERIES;
  }
}
