package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dramatis.link.identifier.Identified;
import org.dramatis.link.identifier.Schemes;

/**
 * What has an identifier in another catalogue, and a form to look for more.
 *
 * @param key the scheme that was asked for
 * @param text the identifier that was asked for; empty if none was
 * @param entities that have it
 * @param remarks what cannot all be right, and why it is not quite what was asked for
 */
public record LookupPage(
    String key, String text, List<Identified> entities, List<String> remarks, Schemes schemes)
    implements Page {

  /** A catalogue that can be chosen. */
  public record Choice(String key, String label, boolean chosen) {}

  /** The form alone. */
  public static LookupPage empty(Schemes schemes) {
    return new LookupPage("", "", List.of(), List.of(), schemes);
  }

  /**
   * What was found.
   *
   * @param note why it is not quite what was asked for
   * @param conflicts what cannot all be right
   */
  public static LookupPage of(
      String key,
      String text,
      List<Identified> entities,
      Optional<String> note,
      List<String> conflicts,
      Schemes schemes) {
    return new LookupPage(
        key, text, entities, Stream.concat(note.stream(), conflicts.stream()).toList(), schemes);
  }

  @Override
  public String title() {
    return text.isEmpty() ? "Lookup" : "Lookup: " + text;
  }

  @Override
  public Section section() {
    return Section.SEARCH;
  }

  /** The catalogues. */
  public List<Choice> choices() {
    return schemes.byKey().entrySet().stream()
        .map(entry ->
            new Choice(
                entry.getKey(),
                entry.getValue().stream()
                    .map(scheme -> scheme.label())
                    .collect(Collectors.joining(", ")),
                entry.getKey().equals(key)))
        .toList();
  }

  /** What was found. */
  public List<IdentifierTable> tables() {
    return entities.stream().map(IdentifierTable::of).toList();
  }
}
