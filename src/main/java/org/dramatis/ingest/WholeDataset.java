package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Problem;
import org.dramatis.model.ServiceRecord;
import org.dramatis.store.Draft;

/**
 * Several graphs that come together.
 *
 * @param graphs what each of them is to say
 * @param share whether blank nodes are in more than one of them
 */
public record WholeDataset(List<Submission> graphs, boolean share) {

  /** Copies the list. */
  public WholeDataset {
    graphs = List.copyOf(graphs);
  }

  /**
   * Reads documents that name graphs; each of them names its own blank nodes.
   *
   * @param message one line for the log
   * @param name how problems call what was read
   * @param allowance is asked at every statement, and may throw to end the reading
   */
  public static Outcome<WholeDataset> read(
      String message, String name, List<Document> documents, Allowance allowance) {
    List<Problem> problems = new ArrayList<>();
    Map<Node, List<Quad>> byGraph = new LinkedHashMap<>();
    for (Document document : documents) {
      switch (RdfReader.read(document, allowance)) {
        case Outcome.Ok<Reading>(Reading reading) -> {
          for (Quad quad : reading.quads()) {
            Node graph = quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
            byGraph.computeIfAbsent(graph, _ -> new ArrayList<>()).add(quad);
          }
        }
        case Outcome.Refused<Reading> refused -> problems.addAll(refused.problems());
      }
    }
    List<Submission> graphs = new ArrayList<>();
    byGraph.forEach((graph, quads) -> {
      switch (Submission.of(graph, message, name, quads, documents)) {
        case Outcome.Ok<Submission>(Submission submission) -> graphs.add(submission);
        case Outcome.Refused<Submission> refused -> problems.addAll(refused.problems());
      }
    });
    return problems.isEmpty()
        ? Outcome.of(new WholeDataset(graphs, share(graphs)))
        : new Outcome.Refused<>(problems);
  }

  private static boolean share(List<Submission> graphs) {
    Map<Node, Node> homes = new HashMap<>();
    for (Submission graph : graphs) {
      for (Triple triple : graph.statements()) {
        for (Node node : List.of(triple.getSubject(), triple.getObject())) {
          if (node.isBlank()
              && !homes.computeIfAbsent(node, _ -> graph.source()).equals(graph.source())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Adds all of it; no blank node is one that is there already. */
  public void merge(Draft draft) {
    graphs.forEach(graph -> graph.merge(draft));
  }

  /**
   * Makes it all that there is, but for what the service has on record. Blank nodes that are what
   * they were keep their names, unless that would make two of one that graphs share.
   */
  public void replace(Draft draft, Runnable check) {
    Set<Node> named = new HashSet<>(Set.of(ServiceRecord.GRAPH));
    graphs.forEach(graph -> named.add(graph.source()));
    for (Node graph : Iter.toList(draft.listGraphNodes())) {
      if (!named.contains(graph)) {
        check.run();
        draft.removeGraph(graph);
      }
    }
    if (!named.contains(Quad.defaultGraphIRI) && !draft.isUnion()) {
      draft.removeGraph(Quad.defaultGraphIRI);
    }
    for (Submission graph : graphs) {
      if (share) {
        graph.replaceAsItIs(draft);
      } else {
        graph.replace(draft, check);
      }
    }
  }
}
