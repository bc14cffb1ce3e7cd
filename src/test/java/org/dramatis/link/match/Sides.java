package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sets of data of a few things, among a hundred others that nobody asks for. */
final class Sides {

  private Sides() {}

  static Entity thing(String id, Kind kind, String name) {
    return new Entity(
        id,
        id,
        kind,
        List.of(name),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Entity person(String id, String name) {
    return thing(id, Kind.PERSON, name);
  }

  static Entity film(String id, String name, int year, String... cast) {
    return with(thing(id, Kind.FILM, name), OptionalInt.of(year), List.of(cast));
  }

  static Entity series(String id, String name, int year, String... cast) {
    return with(thing(id, Kind.SERIES, name), OptionalInt.of(year), List.of(cast));
  }

  private static Entity with(Entity bare, OptionalInt year, List<String> cast) {
    return new Entity(
        bare.id(),
        bare.iri(),
        bare.kind(),
        bare.names(),
        year,
        bare.season(),
        bare.episode(),
        bare.whole(),
        cast,
        bare.identifiers());
  }

  static Entity episode(String id, String name, String series, int season, int number) {
    return new Entity(
        id,
        id,
        Kind.EPISODE,
        List.of(name),
        OptionalInt.empty(),
        OptionalInt.of(season),
        OptionalInt.of(number),
        Optional.of(series),
        List.of(),
        List.of());
  }

  /** The same with identifiers, each such as {@code imdb:tt1}. */
  static Entity known(Entity bare, String... identifiers) {
    return new Entity(
        bare.id(),
        bare.iri(),
        bare.kind(),
        bare.names(),
        bare.year(),
        bare.season(),
        bare.episode(),
        bare.whole(),
        bare.related(),
        Arrays.stream(identifiers)
            .map(text -> text.split(":", 2))
            .map(parts -> new Entity.Identifier(parts[0], parts[1]))
            .toList());
  }

  static Dataset side(Entity... own) {
    return new Dataset(List.of(own), List.of());
  }

  /**
   * With a hundred films, series, people and episodes that have no word in common with anything.
   */
  static Dataset amongOthers(Entity... own) {
    List<Entity> all = new ArrayList<>(List.of(own));
    for (char a = 'a'; a < 'k'; a++) {
      for (char b = 'a'; b < 'k'; b++) {
        String name = "q%1$sv%2$sz k%2$sw%1$sx".formatted(a, b);
        all.add(film("o:film-" + a + b, name, 1950 + a % 10 * 7 + b % 10));
        all.add(series("o:series-" + a + b, "d" + name, 1950 + b % 10 * 7 + a % 10));
        all.add(person("o:person-" + a + b, "j" + name));
        all.add(episode("o:episode-" + a + b, "h" + name, "o:series", 1 + a % 3, 1 + b % 20));
      }
    }
    return new Dataset(List.copyOf(all), List.of());
  }

  /** The links and the review, each as {@code from = to}. */
  static List<String> pairs(List<Match> matches) {
    return matches.stream().map(each -> each.from().id() + " = " + each.to().id()).toList();
  }
}
