package org.dramatis.http.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.link.annotate.Mention;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;
import org.dramatis.model.Version;

/**
 * A text with what was found in it.
 *
 * @param version of the data
 * @param length of what was sent, in code points
 * @param marks in the order of the text
 * @param summaries what is told of everything that may be meant
 */
record Annotated(
    Version version, Given given, int length, List<Mark> marks, Map<Node, Summary> summaries) {

  /**
   * A mention, and where it is in what was sent.
   *
   * @param inInput where its chars are
   * @param start its first code point
   * @param end behind its last code point
   */
  record Mark(Mention mention, Mention.Range inInput, int start, int end) {}

  static Annotated of(
      Version version, AnnotateRequest request, List<Mention> mentions, Graph graph) {
    Given given = request.given();
    Map<Node, Summary> summaries = new HashMap<>();
    List<Mark> marks = new ArrayList<>();
    int chars = 0;
    int points = 0;
    for (Mention mention : mentions) {
      int start = given.start(mention.range().start());
      int end = given.end(mention.range().end());
      points += given.input().codePointCount(chars, start);
      int length = given.input().codePointCount(start, end);
      marks.add(new Mark(mention, new Mention.Range(start, end), points, points + length));
      points += length;
      chars = end;
      for (Mention.Candidate candidate : mention.candidates()) {
        summaries.computeIfAbsent(
            candidate.entry().entity(),
            entity -> Search.summary(graph, entity, request.language()));
      }
    }
    int length = points + given.input().codePointCount(chars, given.input().length());
    return new Annotated(version, given, length, marks, summaries);
  }

  /** What something is listed as, or else the name by which it was found. */
  String label(Mention.Candidate candidate) {
    return summary(candidate).label().orElse(candidate.name().text());
  }

  Summary summary(Mention.Candidate candidate) {
    return Optional.ofNullable(summaries.get(candidate.entry().entity())).orElseThrow();
  }

  /** The words of a mention, without tags. */
  String words(Mark mark) {
    return mark.mention().range().in(given.text());
  }
}
