package org.dramatis.query.answer;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.dramatis.model.Rdf11View;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** Writes a graph through its RDF 1.1 view, which every format can hold, or as it is. */
final class GraphWriter {

  /** JSON-LD is made as one document in memory, and nothing can stop that. */
  static final int MOST_IN_JSONLD = 50_000;

  private GraphWriter() {}

  static void write(Graph graph, AnswerFormat format, RdfVersion version, OutputStream out)
      throws QueryFailedException {
    Graph view =
        switch (version) {
          case RDF_1_1 -> Rdf11View.of(graph, BoundedGraph.emptyLike(graph));
          case RDF_1_2 -> graph;
        };
    if (format == AnswerFormat.JSONLD && view.size() > MOST_IN_JSONLD) {
      throw new QueryFailedException(
          new QueryProblem.AnswerTooLarge(MOST_IN_JSONLD, "statements for JSON-LD"));
    }
    if (format == AnswerFormat.JSONLD) {
      JsonLdWriter.write(view, out);
      return;
    }
    keepUsedPrefixes(view);
    try {
      writer(view, format).format(serialization(format)).output(out);
    } catch (QueryCancelledException stopped) {
      throw stopped;
    } catch (JenaException inexpressible) {
      throw new QueryFailedException(
          new QueryProblem.Inexpressible(
              format.label(), String.valueOf(inexpressible.getMessage())),
          inexpressible);
    }
  }

  /** What has several graphs takes the one as its default graph. */
  private static RDFWriterBuilder writer(Graph graph, AnswerFormat format) {
    return switch (format) {
      case TRIG, NQUADS -> RDFWriter.source(DatasetGraphFactory.wrap(graph));
      default -> RDFWriter.source(graph);
    };
  }

  private static RDFFormat serialization(AnswerFormat format) {
    return switch (format) {
      case TURTLE -> RDFFormat.TURTLE_PRETTY;
      case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
      // The pretty form takes time that grows faster than the graph.
      case RDFXML -> RDFFormat.RDFXML_PLAIN;
      case TRIG -> RDFFormat.TRIG_PRETTY;
      case NQUADS -> RDFFormat.NQUADS_UTF8;
      case JSONLD, TABLE, CSV, TSV, JSON, XML -> throw new IllegalArgumentException(format.label());
    };
  }

  /** The dataset knows dozens of prefixes; an answer shows those that it needs. */
  private static void keepUsedPrefixes(Graph graph) {
    Map<String, String> unused = new HashMap<>(graph.getPrefixMapping().getNsPrefixMap());
    Set<String> seen = new HashSet<>();
    // The budget is looked at while statements are read, so that all of it is done within that.
    graph
        .find()
        .forEachRemaining(triple ->
            iris(triple)
                .filter(seen::add)
                .forEach(iri -> unused.values().removeIf(iri::startsWith)));
    unused.keySet().forEach(graph.getPrefixMapping()::removeNsPrefix);
  }

  /** The IRIs that a writer may shorten; the types of plain and language strings go unsaid. */
  private static Stream<String> iris(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .flatMap(node -> {
          if (node.isURI()) {
            return Stream.of(node.getURI());
          }
          boolean typed =
              node.isLiteral() && !Util.isSimpleString(node) && node.getLiteralLanguage().isEmpty();
          return typed ? Stream.of(node.getLiteralDatatypeURI()) : Stream.empty();
        });
  }
}
