package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.link.match.Profile.Form;
import org.dramatis.link.match.Profile.Neighbour;
import org.dramatis.link.search.Letters;

/** All entities of one side as they are compared. */
final class Profiles {

  /** So much of one entity is looked at, so that none takes all time and memory. */
  private static final int MOST_NAMES = 12;

  private static final int MOST_NEIGHBOURS = 40;
  private static final int MOST_WORDS = 24;

  /** Titles are told apart by their years. */
  private static final Pattern DATED = Pattern.compile("(.*\\S)\\s*\\((\\d{4})\\)\\s*");

  /** No id begins so. */
  private static final String NAMED = "\t";

  /** Nobody can be told by a name that several have. */
  private static final int SEVERAL = -1;

  private static final Set<Kind> PEOPLE =
      EnumSet.of(Kind.PERSON, Kind.ORGANIZATION, Kind.CHARACTER);

  private static final Set<Kind> WHOLES = EnumSet.of(Kind.SERIES, Kind.SEASON, Kind.ALBUM);
  private static final Set<Kind> WORKS =
      EnumSet.of(Kind.FILM, Kind.SERIES, Kind.EPISODE, Kind.TRACK, Kind.ALBUM);

  private final List<Profile> all = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();

  private Profiles() {}

  static Profiles of(Dataset dataset) {
    Profiles profiles = new Profiles();
    profiles.read(dataset.entities());
    return profiles;
  }

  private void read(List<Entity> entities) {
    Map<String, Integer> numbers = numbers(entities);
    List<List<Neighbour>> neighbours = new ArrayList<>(entities.size());
    entities.forEach(_ -> neighbours.add(new ArrayList<>(2)));
    for (int i = 0; i < entities.size(); i++) {
      for (Neighbour neighbour : related(entities.get(i), numbers)) {
        add(neighbour, neighbours.get(i));
      }
    }
    // What a thing says of itself comes first, wherever it stands: there is room for so many.
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      for (Neighbour neighbour : related(entity, numbers)) {
        answer(i, neighbour, neighbours);
      }
      if (entity.whole().isPresent()) {
        answer(i, neighbour(entity.whole().get(), WHOLES, numbers), neighbours);
      }
    }
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      all.add(
          new Profile(
              entity.kind(),
              entity.names().stream()
                  .map(name -> form(DATED.matcher(name).replaceFirst("$1")))
                  .filter(form -> !form.key().isEmpty())
                  .distinct()
                  .limit(MOST_NAMES)
                  .toList(),
              year(entity),
              entity.season(),
              entity.episode(),
              entity.whole().map(text -> neighbour(text, WHOLES, numbers)),
              List.copyOf(neighbours.get(i)),
              entity.identifiers()));
    }
  }

  /** The ids, and under their folded names those who share theirs with none of their kind. */
  private Map<String, Integer> numbers(List<Entity> entities) {
    Map<String, Integer> numbers = HashMap.newHashMap(2 * entities.size());
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      if (!entity.names().isEmpty()) {
        numbers.merge(named(entity.kind(), form(entity.name()).key()), i, (_, _) -> SEVERAL);
      }
      numbers.put(entity.id(), i);
    }
    return numbers;
  }

  private static String named(Kind kind, String key) {
    return NAMED + kind.name() + NAMED + key;
  }

  private static OptionalInt year(Entity entity) {
    return entity.year().isPresent()
        ? entity.year()
        : entity.names().stream()
            .map(DATED::matcher)
            .filter(Matcher::matches)
            .mapToInt(dated -> Integer.parseInt(dated.group(2)))
            .findFirst();
  }

  private List<Neighbour> related(Entity entity, Map<String, Integer> numbers) {
    Set<Kind> kinds = PEOPLE.contains(entity.kind()) ? WORKS : PEOPLE;
    return entity.related().stream()
        .limit(MOST_NEIGHBOURS)
        .map(text -> neighbour(text, kinds, numbers))
        .toList();
  }

  private static void answer(int one, Neighbour other, List<List<Neighbour>> neighbours) {
    if (other instanceof Neighbour.Known(int entity) && entity != one) {
      add(new Neighbour.Known(one), neighbours.get(entity));
    }
  }

  private static void add(Neighbour neighbour, List<Neighbour> neighbours) {
    if (neighbours.size() < MOST_NEIGHBOURS && !neighbours.contains(neighbour)) {
      neighbours.add(neighbour);
    }
  }

  /** Data name by its id what they have, or by a name that only one of the kinds has. */
  private Neighbour neighbour(String text, Set<Kind> kinds, Map<String, Integer> numbers) {
    Integer number = numbers.get(text);
    if (number != null) {
      return new Neighbour.Known(number);
    }
    String key = form(text).key();
    List<Integer> found =
        kinds.stream()
            .flatMap(kind -> Optional.ofNullable(numbers.get(named(kind, key))).stream())
            .toList();
    return found.size() == 1 && found.getFirst() != SEVERAL
        ? new Neighbour.Known(found.getFirst())
        : new Neighbour.Named(key);
  }

  private Form form(String name) {
    List<String> found =
        Letters.words(name).stream()
            .limit(MOST_WORDS)
            .map(word -> words.computeIfAbsent(word, own -> own))
            .toList();
    return new Form(String.join(" ", found), found);
  }

  int size() {
    return all.size();
  }

  Profile get(int entity) {
    return all.get(entity);
  }

  /** What a neighbour is called. */
  Stream<String> keys(Neighbour neighbour) {
    return switch (neighbour) {
      case Neighbour.Known(int entity) -> get(entity).forms().stream().map(Form::key);
      case Neighbour.Named(String key) -> Stream.of(key);
    };
  }

  /** The number of a neighbour, if it has one. */
  static Optional<Integer> number(Neighbour neighbour) {
    return switch (neighbour) {
      case Neighbour.Known(int entity) -> Optional.of(entity);
      case Neighbour.Named _ -> Optional.empty();
    };
  }
}
