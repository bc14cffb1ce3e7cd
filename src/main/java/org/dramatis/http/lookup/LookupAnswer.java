package org.dramatis.http.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.link.identifier.Held;
import org.dramatis.link.identifier.Identified;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.model.Namespaces;

/**
 * What is said of one identifier.
 *
 * @param asked what was asked for
 * @param outcome what became of it
 * @param read as what it was read
 * @param entities that it means
 * @param conflicts what cannot all be right, in words
 * @param complaint why nothing was found, in words
 */
public record LookupAnswer(
    Lookup.Asked asked,
    Outcome outcome,
    List<Scheme.Reading.Identifier> read,
    List<Identified> entities,
    List<String> conflicts,
    Optional<Complaint> complaint) {

  /** What can become of it, as programs are told. */
  public enum Outcome {
    FOUND("found"),
    AMBIGUOUS("ambiguous"),
    MOVED("moved"),
    GONE("gone"),
    NOTHING("nothing"),
    UNKNOWN_SCHEME("unknown-scheme"),
    MALFORMED("malformed");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    /** As it is written. */
    public String title() {
      return title;
    }
  }

  /**
   * What was wrong, and what to do about it.
   *
   * @param detail what
   * @param hint what to do
   */
  public record Complaint(String detail, String hint) {}

  /** Puts an answer into words. */
  static LookupAnswer of(Lookup.Asked asked, Lookup.Answer answer) {
    return switch (answer) {
      case Lookup.Answer.Found(var read, var entities) ->
          new LookupAnswer(
              asked,
              entities.size() > 1 ? Outcome.AMBIGUOUS : Outcome.FOUND,
              read,
              entities,
              conflicts(entities),
              Optional.empty());
      case Lookup.Answer.Moved(var tombstone, var successor) ->
          new LookupAnswer(
              asked,
              successor.isPresent() ? Outcome.MOVED : Outcome.GONE,
              List.of(),
              successor.stream().toList(),
              List.of(),
              Optional.of(
                  new Complaint(
                      "<%s> ended on %s: %s"
                          .formatted(tombstone.gone().getURI(), tombstone.ended(), tombstone.why()),
                      successor
                          .map(next -> "use <%s>".formatted(next.entity().getURI()))
                          .orElse("nothing is to be used instead"))));
      case Lookup.Answer.Nothing(var read) ->
          new LookupAnswer(
              asked,
              Outcome.NOTHING,
              read,
              List.of(),
              List.of(),
              Optional.of(
                  new Complaint(
                      "nothing here has the identifier '%s' of %s"
                          .formatted(asked.text(), asked.key()),
                      "try a name at /search")));
      case Lookup.Answer.NoScheme(var near) ->
          new LookupAnswer(
              asked,
              Outcome.UNKNOWN_SCHEME,
              List.of(),
              List.of(),
              List.of(),
              Optional.of(
                  new Complaint(
                      "there is no scheme of identifiers with the key '%s'".formatted(asked.key()),
                      near.map(key -> "did you mean '%s'?".formatted(key))
                          .orElse("/queries/links/schemes lists all"))));
      case Lookup.Answer.Malformed(var readings) ->
          new LookupAnswer(
              asked,
              Outcome.MALFORMED,
              List.of(),
              List.of(),
              List.of(),
              Optional.of(complaint(asked, readings)));
    };
  }

  private static List<String> conflicts(List<Identified> entities) {
    List<String> conflicts = new ArrayList<>();
    if (entities.size() > 1) {
      conflicts.add(
          "%d entities have this identifier, and at most one can be right"
              .formatted(entities.size()));
    }
    for (Identified entity : entities) {
      for (List<Held> held : entity.doubtful().values()) {
        conflicts.add(
            "<%s> has %d identifiers of %s: %s"
                .formatted(
                    entity.entity().getURI(),
                    held.size(),
                    held.getFirst().scheme().label(),
                    held.stream().map(Held::value).collect(Collectors.joining(", "))));
      }
    }
    return conflicts;
  }

  private static Complaint complaint(Lookup.Asked asked, List<Scheme.Reading> readings) {
    if (asked.key().equals(Lookup.OURS)) {
      return new Complaint(
          "'%s' is no IRI of ours".formatted(asked.text()), "they begin with " + Namespaces.BASE);
    }
    if (asked.key().equals(Schemes.ANY)) {
      return new Complaint(
          "'%s' is the address of no identifier that is known here".formatted(asked.text()),
          "name the scheme, such as imdb=tt4614584");
    }
    for (Scheme.Reading reading : readings) {
      if (reading instanceof Scheme.Reading.WrongCheckDigit(Scheme scheme, String value)) {
        return new Complaint(
            "the last character of '%s' does not follow from the others, as in every %s"
                .formatted(value, scheme.label()),
            "compare it with where it was copied from");
      }
    }
    return new Complaint(
        "'%s' does not look like an identifier of %s"
            .formatted(
                asked.text(),
                readings.stream()
                    .map(reading -> scheme(reading).label())
                    .collect(Collectors.joining(" or "))),
        readings.stream()
            .map(reading -> scheme(reading).pattern().pattern())
            .collect(Collectors.joining(" or ", "it matches ", ", or is the address of its page")));
  }

  private static Scheme scheme(Scheme.Reading reading) {
    return switch (reading) {
      case Scheme.Reading.Identifier(Scheme scheme, String _) -> scheme;
      case Scheme.Reading.WrongCheckDigit(Scheme scheme, String _) -> scheme;
      case Scheme.Reading.OtherForm(Scheme scheme) -> scheme;
    };
  }
}
