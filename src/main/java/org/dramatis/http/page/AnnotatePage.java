package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/**
 * A text in which what is known has links, and a form to send another.
 *
 * @param input what was sent
 * @param pieces its parts; none if nothing was sent
 */
public record AnnotatePage(String input, List<Piece> pieces) implements Page {

  /** A longer text is not put into the form again, so that a page stays a page. */
  private static final int LONGEST_SHOWN = 100_000;

  /** A piece of the text. */
  public sealed interface Piece {

    /** Nothing known is in it. */
    record Words(String text) implements Piece {}

    /**
     * It is a mention.
     *
     * @param start where it begins in what was sent
     * @param end behind its last character
     * @param things what it may be of, the likeliest first
     */
    record Marked(String text, int start, int end, List<Thing> things) implements Piece {

      /** As a link to the likeliest. */
      public Shown shown() {
        return new Shown(text, things.getFirst().shown().address(), Optional.empty());
      }

      /** What it may also be of. */
      public List<Thing> others() {
        return things.subList(1, things.size());
      }
    }
  }

  /**
   * Something that is mentioned.
   *
   * @param shown what it is listed as
   * @param types what it is
   * @param score how sure that is
   */
  public record Thing(Shown shown, List<String> types, double score) {}

  /** The form alone. */
  public static AnnotatePage empty() {
    return new AnnotatePage("", List.of());
  }

  @Override
  public String title() {
    return "Annotate a text";
  }

  /** What stands in the form. */
  public String form() {
    return input.length() > LONGEST_SHOWN ? "" : input;
  }

  /** The mentions. */
  public List<Piece.Marked> mentions() {
    return pieces.stream()
        .filter(Piece.Marked.class::isInstance)
        .map(Piece.Marked.class::cast)
        .toList();
  }
}
