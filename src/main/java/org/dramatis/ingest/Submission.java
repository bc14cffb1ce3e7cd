package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.model.Rdf11Restoration;
import org.dramatis.store.Draft;

/**
 * All that one source is to say from now on.
 *
 * @param source the source's IRI, which names its graph
 * @param message one line for the log
 * @param file how problems call what was read
 * @param statements the source's whole graph
 * @param documents what was read, to tell on which line something stands
 */
public record Submission(
    Node source, String message, String file, List<Triple> statements, List<Document> documents) {

  /** Copies the lists. */
  public Submission {
    statements = List.copyOf(statements);
    documents = List.copyOf(documents);
  }

  /** Statements that were in no document. */
  public Submission(Node source, String message, String file, List<Triple> statements) {
    this(source, message, file, statements, List.of());
  }

  /** Reads a document as the whole of what a source says. */
  public static Outcome<Submission> read(Node source, String message, Document document) {
    return RdfReader.read(document)
        .then(reading -> of(source, message, document.name(), reading.quads(), List.of(document)));
  }

  /**
   * Reads several documents as one graph; each of them names its own blank nodes.
   *
   * @param allowance is asked at every statement, and may throw to end the reading
   */
  public static Outcome<Submission> read(
      Node graph, String message, String name, List<Document> documents, Allowance allowance) {
    List<Problem> problems = new ArrayList<>();
    List<Quad> quads = new ArrayList<>();
    for (Document document : documents) {
      switch (RdfReader.read(document, allowance)) {
        case Outcome.Ok<Reading>(Reading reading) -> quads.addAll(reading.quads());
        case Outcome.Refused<Reading> refused -> problems.addAll(refused.problems());
      }
    }
    return problems.isEmpty()
        ? of(graph, message, name, quads, documents)
        : new Outcome.Refused<>(problems);
  }

  /** Makes the graph what is submitted, and no more; the check may throw to end that. */
  public void replace(Draft draft, Runnable check) {
    replace(draft, StableBlankNodes.relabel(source, statements, check));
  }

  /** The same with the blank nodes as they are. */
  void replaceAsItIs(Draft draft) {
    replace(draft, Set.copyOf(statements));
  }

  private void replace(Draft draft, Set<Triple> wanted) {
    Graph graph = draft.getGraph(source);
    List<Triple> gone = graph.find().filterDrop(wanted::contains).toList();
    gone.forEach(triple -> draft.delete(Quad.create(source, triple)));
    add(draft, wanted);
  }

  /** Adds what is submitted to the graph; no blank node is one that is there already. */
  public void merge(Draft draft) {
    add(draft, statements);
  }

  private void add(Draft draft, Collection<Triple> wanted) {
    wanted.forEach(triple -> draft.add(Quad.create(source, triple)));
    if (!draft.containsGraph(source)) {
      draft.addGraph(source, Graph.emptyGraph);
    }
  }

  /**
   * Takes quads that all belong to the source: in its graph, or in none. What the RDF 1.1 view has
   * flattened is restored, so that a graph that was fetched and is put back is the same graph.
   */
  static Outcome<Submission> of(
      Node source, String message, String file, List<Quad> quads, List<Document> documents) {
    List<Problem> problems =
        quads.stream()
            .map(Quad::getGraph)
            .filter(graph -> !Quad.isDefaultGraph(graph) && !graph.equals(source))
            .distinct()
            .<Problem>map(graph -> new Problem.ForeignGraph(Place.of(file), graph, source))
            .toList();
    if (!problems.isEmpty()) {
      return new Outcome.Refused<>(problems);
    }
    Graph said = GraphFactory.createDefaultGraph();
    quads.forEach(quad -> said.add(quad.asTriple()));
    return Outcome.of(
        new Submission(
            source, message, file, Rdf11Restoration.of(said).find().toList(), documents));
  }
}
