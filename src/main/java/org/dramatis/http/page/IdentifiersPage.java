package org.dramatis.http.page;

import org.dramatis.link.identifier.Identified;

/** All identifiers of one entity. */
public record IdentifiersPage(Identified entity) implements Page {

  @Override
  public String title() {
    return "Identifiers of " + entity.label().orElse(entity.entity().getURI());
  }

  /** The identifiers. */
  public IdentifierTable table() {
    return IdentifierTable.of(entity);
  }
}
