package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.entity.Claim;
import org.dramatis.entity.ReadText;

/**
 * What a source says, beside its words where they are at hand, and else by their places.
 *
 * @param source the source itself
 * @param facets by what its claims can be chosen
 * @param chosen how many of them are shown
 * @param data the same as data
 * @param documents where it says it
 */
public record ReaderPage(
    SourcesPage.Row source, Facets facets, int chosen, List<Link> data, List<Document> documents)
    implements Page {

  /** A document in which claims are made. */
  public record Document(Shown title, Body body) {}

  /** What is shown of a document. */
  public sealed interface Body {}

  /**
   * Its words.
   *
   * @param unplaced claims whose words do not stand where the graph says
   */
  public record Words(List<Paragraph> paragraphs, List<ClaimCard> unplaced) implements Body {}

  /** Where its claims stand in its text, which is not at hand. */
  public record Places(
      PlaceMap.Strip whole, List<PlaceMap.Sentence> sentences, List<ClaimCard> unplaced)
      implements Body {}

  /** Only its claims: it was never read word by word. */
  public record Cited(List<ClaimCard> claims) implements Body {}

  /** A paragraph of the text, with the claims whose words begin there. */
  public record Paragraph(int number, List<Piece> pieces, List<ClaimCard> claims) {}

  /**
   * Words to which the same claims hold.
   *
   * @param claims those that rest on them
   * @param ending those whose words end with them
   */
  public record Piece(String words, List<ClaimCard> claims, List<ClaimCard> ending) {

    /** How the words are marked: as the most surprising of their claims is. */
    public String style() {
      return claims.stream()
          .map(ClaimCard::kind)
          .sorted()
          .findFirst()
          .map(kind -> kind.style() + (claims.size() > 1 ? " several" : ""))
          .orElse("");
    }

    /** The ends of the addresses of the claims. */
    public String anchors() {
      return String.join(" ", claims.stream().map(ClaimCard::anchor).toList());
    }
  }

  /** The words of a text with their claims. */
  static Words words(ReadText text, ClaimCard.Cards cards) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (ReadText.Paragraph paragraph : text.paragraphs()) {
      paragraphs.add(
          new Paragraph(
              paragraphs.size() + 1,
              paragraph.segments().stream().map(part -> piece(part, cards)).toList(),
              all(paragraph.claims(), cards)));
    }
    return new Words(paragraphs, all(text.unplaced(), cards));
  }

  private static Piece piece(ReadText.Segment part, ClaimCard.Cards cards) {
    return new Piece(part.words(), all(part.claims(), cards), all(part.ending(), cards));
  }

  static List<ClaimCard> all(List<Claim> claims, ClaimCard.Cards cards) {
    return claims.stream().map(cards::of).toList();
  }

  @Override
  public String title() {
    return source.name().text();
  }

  @Override
  public Section section() {
    return Section.SOURCES;
  }

  /** The kinds of marks, for the legend. */
  public List<ClaimCard.Kind> kinds() {
    return List.of(ClaimCard.Kind.values());
  }
}
