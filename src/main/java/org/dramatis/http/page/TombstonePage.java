package org.dramatis.http.page;

import java.util.Optional;
import org.dramatis.link.Tombstone;

/**
 * What is told to a person who comes to an address that was merged into another or retired.
 *
 * @param links where its links lead
 */
public record TombstonePage(Tombstone tombstone, String title, LocalLinks links) implements Page {

  /** What is to be used instead. */
  public Optional<Shown> successor() {
    return tombstone.successor().map(node -> links.show(node, Optional.empty()));
  }
}
