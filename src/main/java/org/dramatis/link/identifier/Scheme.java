package org.dramatis.link.identifier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * What the identifiers of one catalogue, or of one kind of entry in it, look like. All of it is
 * data of the vocabulary.
 *
 * @param property the property whose values they are
 * @param key by which programs ask for it
 * @param label what it is called
 * @param pattern what an identifier looks like
 * @param forms how else it is written; the groups together are the identifier
 * @param letters the case of its letters
 * @param check how its last character follows from the others, if it does
 * @param template the address of its page, with {@code $1} in its place
 * @param about the class of what it identifies, if that is always the same
 */
public record Scheme(
    Node property,
    String key,
    String label,
    Pattern pattern,
    List<Pattern> forms,
    Letters letters,
    Optional<CheckDigit> check,
    Optional<String> template,
    Optional<Node> about) {

  /** A text that is longer than any identifier or its address is not even looked at. */
  private static final int LONGEST = 2000;

  /** The case in which letters are kept. */
  enum Letters {
    UPPER,
    LOWER,
    AS_WRITTEN;

    String of(String text) {
      return switch (this) {
        case UPPER -> text.toUpperCase(Locale.ROOT);
        case LOWER -> text.toLowerCase(Locale.ROOT);
        case AS_WRITTEN -> text;
      };
    }
  }

  /** What a text is in a scheme. */
  public sealed interface Reading {

    /** An identifier, as it is kept. */
    record Identifier(Scheme scheme, String value) implements Reading {}

    /** It looks like one, but its last character does not follow from the others. */
    record WrongCheckDigit(Scheme scheme, String value) implements Reading {}

    /** It looks like none. */
    record OtherForm(Scheme scheme) implements Reading {}
  }

  /** Reads an identifier however it is written. */
  public Reading read(String text) {
    Reading form = readForm(text);
    if (!(form instanceof Reading.OtherForm) || text.length() > LONGEST) {
      return form;
    }
    String kept = letters.of(text.strip());
    return pattern.matcher(kept).matches() ? checked(kept) : form;
  }

  /** Reads one that is written in another way than by itself, such as the address of its page. */
  Reading readForm(String text) {
    String stripped = text.strip();
    return (text.length() > LONGEST ? List.<Pattern>of() : forms)
        .stream()
            .map(form -> form.matcher(stripped))
            .filter(Matcher::matches)
            .map(matcher -> letters.of(joined(matcher)))
            .filter(value -> pattern.matcher(value).matches())
            .findFirst()
            .map(this::checked)
            .orElseGet(() -> new Reading.OtherForm(this));
  }

  private static String joined(Matcher matcher) {
    StringBuilder joined = new StringBuilder();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      joined.append(matcher.group(group));
    }
    return joined.toString();
  }

  private Reading checked(String value) {
    return check.isEmpty() || check.get().isRight(value)
        ? new Reading.Identifier(this, value)
        : new Reading.WrongCheckDigit(this, value);
  }

  /** The address of an identifier's page, if there is one. */
  public Optional<String> page(String identifier) {
    return template.map(address -> address.replace("$1", identifier));
  }
}
