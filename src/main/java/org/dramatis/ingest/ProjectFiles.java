package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.Heading;
import org.dramatis.model.Change;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Terms;
import org.dramatis.model.Version;
import org.dramatis.store.Draft;

/**
 * What the project's own files said when they were last accepted, which is what the project's own
 * changes alone would have made. Against it the files are compared as they are now, so that what
 * others have changed since stays as they left it.
 *
 * @param graphs what was said in each graph
 */
record ProjectFiles(Map<Node, Set<Triple>> graphs) {

  /**
   * As the log tells; only the changes of the project are read. What the service records of its own
   * data, such as a release that an operator gave, never stood in a file and is not missed in one.
   */
  static ProjectFiles lastAccepted(ChangeLog log) {
    Map<Node, Set<Triple>> graphs = new LinkedHashMap<>();
    try (Stream<Heading> headings = log.headings(Version.NONE)) {
      headings
          .filter(heading -> heading.author().equals(Change.PROJECT))
          .map(heading -> change(log, heading.version()))
          .forEach(change -> {
            change.deleted().forEach(quad -> of(graphs, quad).remove(quad.asTriple()));
            change.added().forEach(quad -> of(graphs, quad).add(quad.asTriple()));
          });
    }
    graphs.remove(ServiceRecord.GRAPH);
    return new ProjectFiles(graphs);
  }

  private static Set<Triple> of(Map<Node, Set<Triple>> graphs, Quad quad) {
    return graphs.computeIfAbsent(quad.getGraph(), _ -> new LinkedHashSet<>());
  }

  private static Change change(ChangeLog log, Version version) {
    try (Stream<Entry> entries = log.after(new Version(version.number() - 1))) {
      return entries.findFirst().orElseThrow().change();
    }
  }

  /**
   * Changes a draft by the difference between the files then and now, in which what was merged away
   * counts as its successor.
   *
   * @return what a reader of the log is told of it, a line for each graph that has changed
   */
  List<String> bringUpToDate(List<Submission> now, Draft draft) {
    Successors successors = Successors.of(draft);
    Map<Node, Set<Triple>> without = new LinkedHashMap<>(graphs);
    List<String> messages = new ArrayList<>();
    for (Submission submission : now) {
      Node graph = submission.source();
      Set<Triple> said = rewritten(without.getOrDefault(graph, Set.of()), successors);
      without.remove(graph);
      Set<Triple> says =
          rewritten(StableBlankNodes.relabel(graph, submission.statements()), successors);
      if (change(graph, said, says, draft)) {
        messages.add(submission.message());
      }
    }
    without.forEach((graph, said) -> {
      if (change(graph, rewritten(said, successors), Set.of(), draft)) {
        messages.add("No file says anything in %s any more".formatted(Terms.show(graph)));
      }
    });
    return messages;
  }

  private static Set<Triple> rewritten(Set<Triple> statements, Successors successors) {
    Set<Triple> rewritten = new LinkedHashSet<>();
    statements.forEach(statement -> rewritten.add(successors.rewrite(statement)));
    return rewritten;
  }

  /** Tells whether there is anything to be said or taken back that is not so already. */
  private static boolean change(Node graph, Set<Triple> said, Set<Triple> says, Draft draft) {
    List<Quad> gone = quads(graph, said, says).filter(draft::contains).toList();
    List<Quad> added = quads(graph, says, said).filter(quad -> !draft.contains(quad)).toList();
    gone.forEach(draft::delete);
    added.forEach(draft::add);
    return !gone.isEmpty() || !added.isEmpty();
  }

  private static Stream<Quad> quads(Node graph, Set<Triple> some, Set<Triple> others) {
    return some.stream()
        .filter(statement -> !others.contains(statement))
        .map(statement -> Quad.create(graph, statement));
  }
}
