package org.dramatis.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.model.Place;

/** Which file a problem is laid to: the one that says most lately something of the thing. */
final class Origins {

  private final Map<Node, String> files = new HashMap<>();
  private final String last;

  private Origins(String last) {
    this.last = last;
  }

  /** The origins of everything that the submissions, of which there is at least one, speak of. */
  static Origins of(List<Submission> submissions) {
    Origins origins = new Origins(submissions.getLast().file());
    for (Submission submission : submissions) {
      for (Triple statement : submission.statements()) {
        origins.files.put(statement.getSubject(), submission.file());
      }
    }
    return origins;
  }

  /** The file that speaks of the first of the nodes that any file speaks of. */
  Place place(Collection<Node> nodes) {
    return Place.of(
        nodes.stream().map(files::get).filter(Objects::nonNull).findFirst().orElse(last));
  }
}
