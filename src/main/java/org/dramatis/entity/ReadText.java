package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A text in paragraphs, cut wherever the words of a claim begin or end, so that claims on passages
 * that overlap are all at hand at each place.
 *
 * @param paragraphs in the order of the text
 * @param unplaced claims whose words are not where the graph says
 */
public record ReadText(List<Paragraph> paragraphs, List<Claim> unplaced) {

  /**
   * The words between two ends of lines.
   *
   * @param claims those whose words begin here
   */
  public record Paragraph(List<Segment> segments, List<Claim> claims) {}

  /**
   * Words to which the same claims hold.
   *
   * @param claims those that rest on the words, and on others perhaps
   * @param ending those whose words end here
   */
  public record Segment(String words, List<Claim> claims, List<Claim> ending) {}

  /**
   * Marks a text.
   *
   * @param claims those to be marked; one whose words have another digest than the graph says marks
   *     nothing
   */
  public static ReadText of(Graph graph, String text, List<Claim> claims) {
    TextWindow window = new TextWindow(text);
    Set<Node> verified =
        claims.stream()
            .filter(claim -> isVerified(graph, window, claim))
            .map(Claim::iri)
            .collect(Collectors.toSet());
    List<Claim> marked =
        claims.stream()
            .filter(claim -> verified.contains(claim.iri()))
            .sorted(
                Comparator.<Claim>comparingInt(claim -> range(claim).start())
                    .thenComparingInt(claim -> range(claim).end()))
            .toList();
    List<Paragraph> paragraphs =
        paragraphs(text.codePoints().toArray()).stream()
            .map(range -> paragraph(window, range, marked))
            .toList();
    return new ReadText(
        paragraphs, claims.stream().filter(claim -> !verified.contains(claim.iri())).toList());
  }

  private static boolean isVerified(Graph graph, TextWindow window, Claim claim) {
    return claim
        .passage()
        .filter(passage -> Annotation.fault(graph, passage.iri()).isEmpty())
        .map(passage -> Annotation.read(graph, passage.iri()))
        .filter(said -> window.contains(new Range(said.start(), said.end())))
        .filter(said -> window.has(said.digest(), new Range(said.start(), said.end())))
        .isPresent();
  }

  private static List<Range> paragraphs(int[] text) {
    List<Range> ranges = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n' || text[i] == '\r') {
        if (i > begin) {
          ranges.add(new Range(begin, i));
        }
        begin = i + 1;
      }
    }
    return ranges;
  }

  private static Paragraph paragraph(TextWindow window, Range paragraph, List<Claim> marked) {
    List<Claim> here = marked.stream().filter(claim -> overlap(range(claim), paragraph)).toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
    for (Claim claim : here) {
      cuts.add(Math.max(range(claim).start(), paragraph.start()));
      cuts.add(Math.min(range(claim).end(), paragraph.end()));
    }
    List<Segment> segments = new ArrayList<>();
    int from = paragraph.start();
    for (int to : cuts.tailSet(from, false)) {
      Range part = new Range(from, to);
      List<Claim> claims = here.stream().filter(claim -> overlap(range(claim), part)).toList();
      segments.add(
          new Segment(
              window.words(part),
              claims,
              claims.stream().filter(claim -> range(claim).end() == part.end()).toList()));
      from = to;
    }
    return new Paragraph(
        segments,
        here.stream().filter(claim -> range(claim).start() >= paragraph.start()).toList());
  }

  private static Range range(Claim claim) {
    return claim.range().orElseThrow();
  }

  private static boolean overlap(Range one, Range other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
