package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Range;

/**
 * Draws where claims stand in a text without its words: passages as bars, in as many rows as
 * needed.
 */
public final class PlaceMap {

  /** How wide a strip is drawn, in units of its own. */
  private static final int WIDTH = 1000;

  private PlaceMap() {}

  /**
   * A part of a text.
   *
   * @param from its first code point
   * @param to the one after its last
   * @param rows how many bars lie above each other
   */
  public record Strip(int from, int to, int rows, List<Bar> bars) {

    /** What is seen in it. */
    public String viewBox() {
      return "0 0 %d %d".formatted(WIDTH, rows * 10);
    }

    /** How high it is drawn. */
    public int height() {
      return rows * 8;
    }
  }

  /** A passage. */
  public record Bar(int x, int y, int width, String style) {}

  /** What is claimed in a sentence. */
  public record Sentence(int number, Strip strip, List<ClaimCard> claims) {}

  /** The strip of a whole text. */
  static Strip whole(List<Claim> placed, List<Claim> chosen, ClaimCard.Cards cards) {
    return strip(extent(placed), chosen, cards);
  }

  /** The chosen claims by their sentences; how long a sentence is, all claims on it say. */
  static List<Sentence> sentences(List<Claim> placed, List<Claim> chosen, ClaimCard.Cards cards) {
    Map<Integer, List<Claim>> extents = bySentence(placed);
    List<Sentence> sentences = new ArrayList<>();
    bySentence(chosen)
        .forEach((number, claims) ->
            sentences.add(
                new Sentence(
                    number,
                    strip(extent(extents.getOrDefault(number, claims)), claims, cards),
                    ReaderPage.all(claims, cards))));
    return sentences;
  }

  private static Map<Integer, List<Claim>> bySentence(List<Claim> claims) {
    Map<Integer, List<Claim>> sentences = new TreeMap<>();
    claims.forEach(claim ->
        sentences.computeIfAbsent(claim.sentence().orElse(0), _ -> new ArrayList<>()).add(claim));
    return sentences;
  }

  private static Range extent(List<Claim> claims) {
    return new Range(
        claims.stream().mapToInt(claim -> range(claim).start()).min().orElse(0),
        claims.stream().mapToInt(claim -> range(claim).end()).max().orElse(1));
  }

  private static Range range(Claim claim) {
    return claim.range().orElseThrow();
  }

  private static Strip strip(Range extent, List<Claim> claims, ClaimCard.Cards cards) {
    List<Integer> ends = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (Claim claim : claims) {
      Range range = range(claim);
      int row = free(ends, range);
      int x = scaled(range.start() - extent.start(), extent);
      int width = Math.max(2, scaled(range.end() - extent.start(), extent) - x - 1);
      bars.add(new Bar(x, row * 10, width, cards.of(claim).kind().style()));
    }
    return new Strip(extent.start(), extent.end(), Math.max(1, ends.size()), bars);
  }

  /** The first row that has room, which is then taken. */
  private static int free(List<Integer> ends, Range range) {
    for (int row = 0; row < ends.size(); row++) {
      if (ends.get(row) <= range.start()) {
        ends.set(row, range.end());
        return row;
      }
    }
    ends.add(range.end());
    return ends.size() - 1;
  }

  private static int scaled(int offset, Range extent) {
    return (int) ((long) offset * WIDTH / Math.max(1, extent.length()));
  }
}
