package org.dramatis.link.match;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a set of data says of one thing.
 *
 * @param id by which the rest of the data speaks of it
 * @param iri by which others speak of it
 * @param kind what it is
 * @param names the usual one first
 * @param year of its first release, or of birth
 * @param season its number, or that of the season it belongs to
 * @param episode its number in the season
 * @param whole the id or the name of what it is part of
 * @param related the ids or the names of who is in it, or of what somebody is in
 * @param identifiers what other catalogues call it
 */
public record Entity(
    String id,
    String iri,
    Kind kind,
    List<String> names,
    OptionalInt year,
    OptionalInt season,
    OptionalInt episode,
    Optional<String> whole,
    List<String> related,
    List<Identifier> identifiers) {

  /**
   * What a catalogue calls a thing.
   *
   * @param scheme the key of the scheme
   * @param value as it is kept
   */
  public record Identifier(String scheme, String value) {}

  /** What it is called, or its id if it has no name. */
  public String name() {
    return names.isEmpty() ? id : names.getFirst();
  }
}
