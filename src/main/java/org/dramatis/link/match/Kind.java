package org.dramatis.link.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing an entity is, as far as it matters for whether two are the same. */
public enum Kind {
  FILM("film movie tvmovie short video"),
  SERIES("series tvseries show tvminiseries tv podcastseries"),
  SEASON("season tvseason"),
  EPISODE("episode tvepisode"),
  TRACK("track song recording musicrecording"),
  ALBUM("album musicalbum"),
  PERSON("person actor people"),
  ORGANIZATION("organization company network studio musicgroup"),
  CHARACTER("character"),
  /** Nothing is said, or nothing that counts here: it may be the same as anything. */
  OTHER("other");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind that a word or the end of an IRI means, however it is written. */
  public static Optional<Kind> of(String text) {
    String word =
        text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z]", "");
    return Arrays.stream(values())
        .filter(kind -> List.of(kind.words.split(" ", -1)).contains(word))
        .findFirst();
  }

  /** Whether one thing can be of both kinds. */
  boolean mayBe(Kind other) {
    return this == other || this == OTHER || other == OTHER;
  }
}
