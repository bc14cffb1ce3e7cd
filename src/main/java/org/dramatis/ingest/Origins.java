package org.dramatis.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Place;

/**
 * Which file a problem is laid to, and if possible which line: that of the submission that says
 * most lately something of the thing. Worked out only when there is a problem.
 */
final class Origins {

  private final List<Submission> submissions;
  private final Map<Node, Place> places = new HashMap<>();

  private Origins(List<Submission> submissions) {
    this.submissions = submissions;
  }

  /** The origins of everything that the submissions, of which there is at least one, speak of. */
  static Origins of(List<Submission> submissions) {
    return new Origins(submissions);
  }

  /** The origin of what was added in other ways than as the whole of what a source says. */
  static Origins of(String name, Collection<Quad> added, List<Document> documents) {
    List<Triple> statements = added.stream().map(Quad::asTriple).toList();
    return new Origins(
        List.of(new Submission(Quad.defaultGraphIRI, name, name, statements, documents)));
  }

  /** Where the first of the nodes is spoken of that anybody speaks of. */
  Place place(Collection<Node> nodes) {
    if (places.isEmpty()) {
      submissions.forEach(this::locate);
    }
    return nodes.stream()
        .map(places::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Place.of(submissions.getLast().file()));
  }

  private void locate(Submission submission) {
    Map<String, Place> lines = new HashMap<>();
    submission.documents().forEach(document -> lines.putAll(SubjectPlaces.of(document)));
    Place file = Place.of(submission.file());
    for (Triple statement : submission.statements()) {
      Node subject = statement.getSubject();
      places.put(subject, subject.isURI() ? lines.getOrDefault(subject.getURI(), file) : file);
    }
  }
}
