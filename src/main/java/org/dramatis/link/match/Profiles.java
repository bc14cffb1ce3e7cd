package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
      Entity entity = entities.get(i);
      for (String text : entity.related()) {
        connect(i, neighbour(text, numbers), neighbours, true);
      }
      if (entity.whole().isPresent()) {
        connect(i, neighbour(entity.whole().get(), numbers), neighbours, false);
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
              entity.whole().map(text -> neighbour(text, numbers)),
              List.copyOf(neighbours.get(i)),
              entity.identifiers()));
    }
  }

  /** The ids, and under their folded names those who share theirs with nobody. */
  private Map<String, Integer> numbers(List<Entity> entities) {
    Map<String, Integer> numbers = HashMap.newHashMap(2 * entities.size());
    for (int i = 0; i < entities.size(); i++) {
      if (!entities.get(i).names().isEmpty()) {
        numbers.merge(NAMED + form(entities.get(i).name()).key(), i, (_, _) -> SEVERAL);
      }
      numbers.put(entities.get(i).id(), i);
    }
    return numbers;
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

  private static void connect(
      int one, Neighbour other, List<List<Neighbour>> neighbours, boolean forth) {
    if (forth) {
      add(other, neighbours.get(one));
    }
    if (other instanceof Neighbour.Known(int entity) && entity != one) {
      add(new Neighbour.Known(one), neighbours.get(entity));
    }
  }

  private static void add(Neighbour neighbour, List<Neighbour> neighbours) {
    if (neighbours.size() < MOST_NEIGHBOURS && !neighbours.contains(neighbour)) {
      neighbours.add(neighbour);
    }
  }

  private Neighbour neighbour(String text, Map<String, Integer> numbers) {
    Integer number = numbers.get(text);
    return number == null ? new Neighbour.Named(form(text).key()) : new Neighbour.Known(number);
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
