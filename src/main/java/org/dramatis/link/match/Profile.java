package org.dramatis.link.match;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An entity as it is compared.
 *
 * @param forms its names
 * @param whole what it is part of
 * @param related who is in it, or what it is in, also what others say of that
 */
record Profile(
    Kind kind,
    List<Form> forms,
    OptionalInt year,
    OptionalInt season,
    OptionalInt episode,
    Optional<Neighbour> whole,
    List<Neighbour> related,
    List<Entity.Identifier> identifiers) {

  /**
   * A name as it is compared.
   *
   * @param key the same for names that differ in case, accents and punctuation only
   * @param words of which it consists
   */
  record Form(String key, List<String> words) {

    /** The same for names that differ in their blanks only. */
    String joined() {
      return words.size() == 1 ? key : String.join("", words);
    }
  }

  /** What an entity is linked with in its own data. */
  sealed interface Neighbour {

    /** It is an entity there. */
    record Known(int entity) implements Neighbour {}

    /** Only its name is known. */
    record Named(String key) implements Neighbour {}
  }
}
