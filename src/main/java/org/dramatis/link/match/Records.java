package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.link.match.Mapping.Part;

/** Makes entities of the rows of a table. */
final class Records {

  /** So many remarks of one kind are shown, and then their number. */
  private static final int SHOWN = 5;

  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
  private static final Set<String> NOTHING = Set.of("", "\\N");

  private final Mapping mapping;
  private final Schemes schemes;
  private final List<Entity> entities = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private int unremarked;

  Records(Mapping mapping, Schemes schemes) {
    this.mapping = mapping;
    this.schemes = schemes;
  }

  Dataset dataset() {
    List<String> all = new ArrayList<>(remarks);
    if (unremarked > 0) {
      all.add("and %,d more of that kind".formatted(unremarked));
    }
    return new Dataset(List.copyOf(entities), List.copyOf(all));
  }

  /** Adds a row, with all values of each column. */
  void add(String place, Map<String, List<String>> row) throws UnreadableDataException {
    String id =
        texts(Part.ID, row)
            .findFirst()
            .orElseThrow(() -> new UnreadableDataException(place, "there is no id"));
    String before = places.putIfAbsent(id, place);
    if (before != null) {
      throw new UnreadableDataException(
          place, "the id %s is that of %s already".formatted(id, before));
    }
    entities.add(
        new Entity(
            id,
            iri(id, place),
            kind(place, row),
            split(Part.NAME, row).toList(),
            number(Part.YEAR, YEAR, place, row),
            number(Part.SEASON, NUMBER, place, row),
            number(Part.EPISODE, NUMBER, place, row),
            texts(Part.SERIES, row).findFirst(),
            split(Part.CAST, row).toList(),
            identifiers(place, row)));
  }

  private Stream<String> texts(Part part, Map<String, List<String>> row) {
    return mapping.values(part, row).stream()
        .map(String::strip)
        .filter(text -> !NOTHING.contains(text));
  }

  private Stream<String> split(Part part, Map<String, List<String>> row) {
    return texts(part, row)
        .flatMap(text -> Stream.of(StringUtils.splitByWholeSeparator(text, mapping.separator())))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private String iri(String id, String place) throws UnreadableDataException {
    String iri = mapping.iri().map(template -> template.replace("$1", id)).orElse(id);
    if (IRI.matcher(iri).matches()) {
      return iri;
    }
    Optional<String> page =
        mapping.schemes().entrySet().stream()
            .filter(
                each -> mapping.columns().getOrDefault(Part.ID, List.of()).equals(each.getValue()))
            .flatMap(each -> schemes.read(each.getKey(), id).stream())
            .flatMap(Records::page)
            .findFirst();
    return page.orElseThrow(() ->
        new UnreadableDataException(
            place,
            "the id %s is no IRI; say in a mapping how it becomes one: iri = https://…/$1"
                .formatted(id)));
  }

  private static Stream<String> page(Scheme.Reading reading) {
    return switch (reading) {
      case Scheme.Reading.Identifier(Scheme scheme, String value) -> scheme.page(value).stream();
      case Scheme.Reading.WrongCheckDigit _, Scheme.Reading.OtherForm _ -> Stream.empty();
    };
  }

  private Kind kind(String place, Map<String, List<String>> row) {
    List<String> said = texts(Part.TYPE, row).toList();
    if (said.isEmpty()) {
      return mapping.kind().orElse(Kind.OTHER);
    }
    return said.stream()
        .flatMap(text -> Kind.of(text).stream())
        .findFirst()
        .orElseGet(() -> {
          remark(place, "the type %s is taken for any".formatted(said.getFirst()));
          return Kind.OTHER;
        });
  }

  private OptionalInt number(
      Part part, Pattern pattern, String place, Map<String, List<String>> row) {
    Optional<String> text = texts(part, row).findFirst();
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    Matcher matcher = pattern.matcher(text.get());
    if (!matcher.matches()) {
      remark(place, "%s is no %s and is left out".formatted(text.get(), part.word()));
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        Integer.parseInt(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group()));
  }

  private List<Entity.Identifier> identifiers(String place, Map<String, List<String>> row) {
    Set<Entity.Identifier> identifiers = new LinkedHashSet<>();
    mapping
        .schemes()
        .forEach((key, columns) ->
            columns.stream()
                .flatMap(column -> row.getOrDefault(column, List.of()).stream())
                .map(String::strip)
                .filter(text -> !NOTHING.contains(text))
                .forEach(text -> identify(place, key, text, identifiers)));
    return List.copyOf(identifiers);
  }

  private void identify(String place, String key, String text, Set<Entity.Identifier> identifiers) {
    List<Scheme.Reading> readings = schemes.read(key, text);
    List<Entity.Identifier> read = Identifiers.of(readings);
    if (read.isEmpty()) {
      boolean digit = readings.stream().anyMatch(Scheme.Reading.WrongCheckDigit.class::isInstance);
      remark(
          place,
          digit
              ? "the check digit of %s %s is wrong; it is left out".formatted(key, text)
              : "%s is no identifier of %s and is left out".formatted(text, key));
    }
    identifiers.addAll(read);
  }

  private void remark(String place, String what) {
    if (remarks.size() < SHOWN) {
      remarks.add("%s: %s".formatted(place, what));
    } else {
      unremarked++;
    }
  }
}
