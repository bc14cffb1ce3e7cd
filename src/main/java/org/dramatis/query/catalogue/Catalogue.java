package org.dramatis.query.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Utf8;
import org.dramatis.model.Base;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** The published queries: the files {@code <topic>/<name>.rq} of some folders. */
public final class Catalogue {

  private static final String SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*";
  private static final String RESERVED_TOPIC = "running";
  private static final Pattern PATH =
      Pattern.compile("(?<topic>%s)/(?<name>%s)".formatted(SLUG, SLUG));

  private final List<PublishedQuery> queries;
  private final Map<String, PublishedQuery> byText = new HashMap<>();

  /** Publishes nothing. */
  public static Catalogue empty() {
    return new Catalogue(List.of());
  }

  private Catalogue(List<PublishedQuery> queries) {
    this.queries = List.copyOf(queries);
    queries.forEach(query -> query.unaided().ifPresent(text -> byText.putIfAbsent(text, query)));
  }

  /** Reads and validates every file, and either has them all or says all that is wrong. */
  public static Outcome<Catalogue> load(Path... folders) {
    return load(List.of(folders));
  }

  /** The same. */
  public static Outcome<Catalogue> load(List<Path> folders) {
    List<Problem> problems = new ArrayList<>();
    List<PublishedQuery> queries = new ArrayList<>();
    QueryFiles.of(folders, problems)
        .forEach((path, file) -> read(path, file, problems).ifPresent(queries::add));
    queries.sort(Comparator.comparing(PublishedQuery::path));
    return problems.isEmpty()
        ? Outcome.of(new Catalogue(queries))
        : new Outcome.Refused<>(problems);
  }

  /**
   * Reads the one query of this name, whatever is wrong with others: topic and name, or the name
   * alone where only one query has it.
   */
  public static Outcome<PublishedQuery> find(List<Path> folders, String name)
      throws QueryFailedException {
    List<Problem> problems = new ArrayList<>();
    Map<String, Path> files = QueryFiles.of(folders, problems);
    if (!problems.isEmpty()) {
      return new Outcome.Refused<>(problems);
    }
    String path = only(name, List.copyOf(files.keySet()));
    return read(path, Objects.requireNonNull(files.get(path)), problems)
        .<Outcome<PublishedQuery>>map(Outcome::of)
        .orElseGet(() -> new Outcome.Refused<>(problems));
  }

  /** The only path that is the name or ends with it. */
  private static String only(String name, List<String> paths) throws QueryFailedException {
    List<String> found =
        paths.stream().filter(path -> path.equals(name) || path.endsWith("/" + name)).toList();
    return switch (found.size()) {
      case 0 -> throw unknown("there is no published query '" + name + "'");
      case 1 -> found.getFirst();
      default -> throw unknown("'" + name + "' may mean " + String.join(" or ", found));
    };
  }

  /**
   * Reads a query from elsewhere. If it has decorators, they hold; if not, it is taken as it is.
   *
   * @param shown how problems call the text
   */
  public static Outcome<PublishedQuery> read(String shown, String text) {
    List<Problem> problems = new ArrayList<>();
    QueryReader reader = new QueryReader(shown, problems);
    Optional<PublishedQuery> query =
        text.startsWith("#+") ? reader.read("", shown, text) : reader.readPlain(text);
    return query.isPresent() ? Outcome.of(query.get()) : new Outcome.Refused<>(problems);
  }

  private static Optional<PublishedQuery> read(String name, Path file, List<Problem> problems) {
    Matcher path = PATH.matcher(name);
    if (!path.matches()) {
      problems.add(
          new Problem.Malformed(
              Place.of(file.toString()),
              "does not stand at <topic>/<name>.rq",
              "move it into the folder of its topic and name it in small letters with hyphens"));
      return Optional.empty();
    }
    if (path.group("topic").equals(RESERVED_TOPIC)) {
      problems.add(
          new Problem.Malformed(
              Place.of(file.toString()),
              "stands in the topic '%s', whose address lists what runs".formatted(RESERVED_TOPIC),
              "give the topic another name"));
      return Optional.empty();
    }
    Outcome<String> text = text(file);
    problems.addAll(text.problems());
    return text instanceof Outcome.Ok<String>(String words)
        ? new QueryReader(file.toString(), problems)
            .read(path.group("topic"), path.group("name"), words)
        : Optional.empty();
  }

  private static Outcome<String> text(Path file) {
    try {
      return Utf8.decode(file.toString(), Files.readAllBytes(file))
          .then(text -> Outcome.of(Base.rebased(text)));
    } catch (IOException unreadable) {
      return Outcome.refused(
          new Problem.Unreadable(
              Place.of(file.toString()), String.valueOf(unreadable.getMessage())));
    }
  }

  /** All queries by topic and name. */
  public List<PublishedQuery> queries() {
    return queries;
  }

  /** The queries of each topic, in alphabetical order. */
  public SortedMap<String, List<PublishedQuery>> byTopic() {
    return queries.stream()
        .collect(Collectors.groupingBy(PublishedQuery::topic, TreeMap::new, Collectors.toList()));
  }

  /** The query of this name: topic and name, or the name alone where only one query has it. */
  public PublishedQuery find(String name) throws QueryFailedException {
    String path = only(name, queries.stream().map(PublishedQuery::path).toList());
    return queries.stream().filter(query -> query.path().equals(path)).findFirst().orElseThrow();
  }

  /** The query that this text asks when nobody gives it a value, if it is published. */
  public Optional<PublishedQuery> asking(String text) {
    return Optional.ofNullable(byText.get(text));
  }

  private static QueryFailedException unknown(String message) {
    return new QueryFailedException(new QueryProblem.UnknownName(message));
  }
}
