package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;

/**
 * Where in a table, in objects of JSON or in a graph the parts of an entity stand.
 *
 * @param columns for each part
 * @param schemes the columns with identifiers, by the key of their scheme
 * @param separator between several values in one cell
 * @param iri with {@code $1} in place of the id, if ids are no IRIs
 * @param kind of all that say none
 */
public record Mapping(
    Map<Part, List<String>> columns,
    Map<String, List<String>> schemes,
    String separator,
    Optional<String> iri,
    Optional<Kind> kind) {

  /** What an entity consists of, with the columns that are taken for it where nothing is said. */
  public enum Part {
    ID("id @id iri uri tconst nconst key"),
    TYPE("type kind titletype category"),
    NAME("name title label primarytitle originaltitle primaryname aliases"),
    YEAR("year startyear releasedate date birthyear"),
    SEASON("season seasonnumber"),
    EPISODE("episode episodenumber"),
    SERIES("series show parent parenttconst seriesname"),
    CAST("cast actors starring directors director artist artists works");

    private final String usual;

    Part(String usual) {
      this.usual = usual;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private boolean takes(String column) {
      return List.of(usual.split(" ", -1))
          .contains(local(column).toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""));
    }
  }

  /** A mapping that cannot be used. */
  public static final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  /** Nothing is said; columns are taken by their names. */
  public static final Mapping BY_NAME =
      new Mapping(Map.of(), Map.of(), "|", Optional.empty(), Optional.empty());

  /**
   * Reads a mapping: a line for each part, such as {@code name = title, original_title}.
   *
   * @param known the schemes that there are
   */
  public static Mapping read(String text, Schemes known) throws UnusableException {
    Map<Part, List<String>> columns = new EnumMap<>(Part.class);
    Map<String, List<String>> schemes = new TreeMap<>();
    Map<String, String> others = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        readLine("line %d".formatted(i + 1), line, known, columns, schemes, others);
      }
    }
    Optional<String> iri = Optional.ofNullable(others.get("iri"));
    if (iri.isPresent() && !iri.get().contains("$1")) {
      throw new UnusableException("iri is an address with $1 in the place of the id");
    }
    Optional<Kind> kind = Optional.empty();
    if (others.containsKey("kind")) {
      kind = Kind.of(others.getOrDefault("kind", ""));
      if (kind.isEmpty()) {
        throw new UnusableException("there is no kind %s".formatted(others.get("kind")));
      }
    }
    return new Mapping(columns, schemes, others.getOrDefault("separator", "|"), iri, kind);
  }

  private static void readLine(
      String place,
      String line,
      Schemes known,
      Map<Part, List<String>> columns,
      Map<String, List<String>> schemes,
      Map<String, String> others)
      throws UnusableException {
    int equals = line.indexOf('=');
    if (equals < 1 || equals == line.length() - 1) {
      throw new UnusableException(place + ": a line is a part, = and columns");
    }
    String part = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    List<String> named = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    Optional<Part> own = Arrays.stream(Part.values()).filter(p -> p.word().equals(part)).findAny();
    boolean again;
    if (own.isPresent()) {
      again = columns.put(own.get(), named) != null;
    } else if (List.of("iri", "kind", "separator").contains(part)) {
      again = others.put(part, value) != null;
    } else if (known.byKey().containsKey(part)) {
      again = schemes.put(part, named) != null;
    } else {
      throw new UnusableException(
          "%s: there is no part %s; there are %s, iri, kind, separator and the keys of schemes%s"
              .formatted(
                  place,
                  part,
                  Arrays.stream(Part.values()).map(Part::word).collect(Collectors.joining(", ")),
                  known.near(part).map(near -> ", such as " + near).orElse("")));
    }
    if (again) {
      throw new UnusableException("%s: %s is said twice".formatted(place, part));
    }
  }

  /** The same with all columns of a table, which have to be those that are named here. */
  Mapping over(List<String> header, Schemes known) throws UnusableException {
    List<String> missing = new ArrayList<>();
    columns.values().forEach(missing::addAll);
    schemes.values().forEach(missing::addAll);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new UnusableException(
          "there is no column %s; there are %s"
              .formatted(String.join(", ", missing), String.join(", ", header)));
    }
    Map<Part, List<String>> all = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<String> named = columns.getOrDefault(part, header.stream().filter(part::takes).toList());
      if (!named.isEmpty()) {
        all.put(part, named);
      }
    }
    for (Part needed : List.of(Part.ID, Part.NAME)) {
      if (!all.containsKey(needed)) {
        throw new UnusableException(
            "no column is the %s; say which in a mapping: %s = COLUMN. There are %s"
                .formatted(needed.word(), needed.word(), String.join(", ", header)));
      }
    }
    Map<String, List<String>> identifiers = new TreeMap<>(schemes);
    for (Scheme scheme : known.all()) {
      List<String> named = header.stream().filter(column -> isKey(column, scheme)).toList();
      if (!named.isEmpty()) {
        identifiers.putIfAbsent(scheme.key(), named);
      }
    }
    return new Mapping(all, identifiers, separator, iri, kind);
  }

  private static boolean isKey(String column, Scheme scheme) {
    String plain = local(column).toLowerCase(Locale.ROOT).replaceAll("[ _-]", ".");
    return plain.equals(scheme.key()) || plain.equals(scheme.key() + ".id");
  }

  /** The same with properties written in full. */
  Mapping expanded(Map<String, String> prefixes) {
    Map<Part, List<String>> parts = new EnumMap<>(Part.class);
    columns.forEach((part, named) -> parts.put(part, expanded(named, prefixes)));
    Map<String, List<String>> identifiers = new TreeMap<>();
    schemes.forEach((key, named) -> identifiers.put(key, expanded(named, prefixes)));
    return new Mapping(parts, identifiers, separator, iri, kind);
  }

  private static List<String> expanded(List<String> named, Map<String, String> prefixes) {
    return named.stream()
        .map(name -> {
          int colon = name.indexOf(':');
          String start = colon < 0 ? "" : prefixes.getOrDefault(name.substring(0, colon), "");
          return start.isEmpty() ? name : start + name.substring(colon + 1);
        })
        .toList();
  }

  /** A property is called by the end of its address. */
  private static String local(String column) {
    return column.contains("://")
        ? column.substring(Math.max(column.lastIndexOf('/'), column.lastIndexOf('#')) + 1)
        : column;
  }

  /** What the mapping makes of the columns of a row. */
  List<String> values(Part part, Map<String, List<String>> row) {
    return columns.getOrDefault(part, List.of()).stream()
        .flatMap(column -> row.getOrDefault(column, List.of()).stream())
        .toList();
  }
}
