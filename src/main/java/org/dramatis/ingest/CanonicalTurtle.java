package org.dramatis.ingest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * The one form in which this project's Turtle is kept, so that a difference between two versions of
 * a file is a difference of meaning.
 *
 * <ul>
 *   <li>Comment lines may open the file, and stand nowhere else. Then come the prefixes in use,
 *       sorted.
 *   <li>Subjects are sorted by IRI, numbers in them by value; ontologies, concept schemes and
 *       sources lead. Blank subjects come last.
 *   <li>A subject stands with its types; then each line is one statement, sorted by predicate and
 *       object, and the full stop has a line of its own.
 *   <li>A statement carries its reifiers: {@code d:agent person:a ~ c:1 ;}. Where the statement is
 *       not made, the reifier's own block has {@code rdf:reifies <<( … )>>}.
 *   <li>Blank nodes and lists are nested where they are used.
 * </ul>
 */
public final class CanonicalTurtle {

  private CanonicalTurtle() {}

  /** The document in canonical form, or why it cannot be brought into it. */
  public static Outcome<String> format(Document document) {
    if (!document.lang().equals(Lang.TURTLE)) {
      return Outcome.refused(
          new Problem.Malformed(
              Place.of(document.name()), "is not Turtle", "only Turtle has a canonical form here"));
    }
    return Utf8.decode(document.name(), document.bytes())
        .then(text -> RdfReader.read(document).then(read -> write(document.name(), text, read)));
  }

  /** Everything that keeps the document from being in canonical form; empty if it is. */
  public static List<Problem> verify(Document document) {
    return switch (format(document)) {
      case Outcome.Ok<String>(String expected) ->
          Utf8.decode(document.name(), document.bytes())
              .then(actual -> compare(document.name(), expected, actual))
              .problems();
      case Outcome.Refused<String>(List<Problem> problems) -> problems;
    };
  }

  private static Outcome<String> write(String name, String text, Reading reading) {
    List<Triple> triples = reading.quads().stream().map(Quad::asTriple).toList();
    TurtleWriter writer = new TurtleWriter(name, triples, reading.prefixes());
    String header =
        text.lines()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.stripTrailing() + "\n")
            .collect(Collectors.joining());
    return writer.write().then(body -> Outcome.of(header + body));
  }

  private static Outcome<String> compare(String name, String expected, String actual) {
    if (expected.equals(actual)) {
      return Outcome.of(actual);
    }
    String[] wanted = expected.split("\n", -1);
    String[] found = actual.split("\n", -1);
    int line = 0;
    while (line < wanted.length && line < found.length && wanted[line].equals(found[line])) {
      line++;
    }
    return Outcome.refused(
        new Problem.NotCanonical(
            Place.of(name, line + 1L), lineOrEnd(wanted, line), lineOrEnd(found, line)));
  }

  private static String lineOrEnd(String[] lines, int index) {
    return Optional.of(index)
        .filter(i -> i < lines.length)
        .map(i -> lines[i].strip())
        .orElse("end of file");
  }
}
