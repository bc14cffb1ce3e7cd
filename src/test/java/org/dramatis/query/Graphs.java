package org.dramatis.query;

import java.time.InstantSource;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.store.History;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Store;

/** Small graphs and stores for tests, written in Turtle and TriG with a few prefixes. */
public final class Graphs {

  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX claim: <https://w3id.org/dramatis/claim/a/>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private Graphs() {}

  /** A graph written in Turtle. */
  public static Graph turtle(String body) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + body, Lang.TURTLE).parse(graph);
    return graph;
  }

  /** A graph read from text in some syntax. */
  public static Graph read(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, lang).parse(graph);
    return graph;
  }

  /** A store at version 1 with the named graphs written in TriG. */
  public static Store store(String body) {
    return history(body).store();
  }

  /** The same with its log. */
  public static History history(String body) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(PREFIXES + body, Lang.TRIG).parse(dataset);
    List<Quad> quads = dataset.stream().toList();
    Store store = new MemoryStore();
    Change change = new Change("tests", "test data", quads, List.of());
    ChangeLog log = new MemoryLog(InstantSource.system());
    store.apply(log.append(change));
    return new History(log, store);
  }

  /** A query with the prefixes of the graphs. */
  public static String query(String body) {
    return PREFIXES + body;
  }
}
