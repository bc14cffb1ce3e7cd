package org.dramatis.conformance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;

/** What a query answers, read from a file of the suite or from the server, to be compared. */
sealed interface Results {

  /** The truth value of an ASK. */
  record Truth(boolean value) implements Results {}

  /** The solutions of a SELECT, in their order. */
  record Rows(List<Var> variables, List<Binding> rows) implements Results {
    /** Copies the lists. */
    public Rows {
      variables = List.copyOf(variables);
      rows = List.copyOf(rows);
    }
  }

  /** The graph of a CONSTRUCT or DESCRIBE. */
  record Statements(Graph graph) implements Results {}

  /** Reads text in one of the formats of results, or a graph. */
  static Results read(String text, String fileName) {
    Lang lang = ResultSetLang.RS_TSV;
    if (fileName.endsWith(".srj")) {
      lang = ResultSetLang.RS_JSON;
    } else if (fileName.endsWith(".srx")) {
      lang = ResultSetLang.RS_XML;
    } else if (!fileName.endsWith(".tsv")) {
      return of(graph(text, fileName));
    }
    QueryExecResult result =
        RowSetReader.createReader(lang)
            .readAny(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ARQ.getContext());
    return result.isBoolean() ? new Truth(result.booleanResult()) : rows(result.rowSet());
  }

  private static Graph graph(String text, String fileName) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, RDFLanguages.filenameToLang(fileName)).base(fileName).parse(graph);
    return graph;
  }

  /** A graph may describe the rows of a result in the old vocabulary for that. */
  private static Results of(Graph graph) {
    boolean describesRows =
        graph.stream()
            .anyMatch(triple ->
                triple
                    .getPredicate()
                    .hasURI(
                        "http://www.w3.org/2001/sw/DataAccess/tests/result-set#resultVariable"));
    return describesRows
        ? rows(RowSet.adapt(RDFInput.fromRDF(ModelFactory.createModelForGraph(graph))))
        : new Statements(graph);
  }

  private static Rows rows(RowSet rows) {
    List<Binding> read = new ArrayList<>();
    rows.forEachRemaining(read::add);
    return new Rows(rows.getResultVars(), read);
  }

  /** Whether both say the same, whatever their blank nodes are called. */
  default boolean sameAs(Results other, boolean inOrder) {
    return switch (this) {
      case Truth truth -> truth.equals(other);
      case Statements(Graph graph) ->
          other instanceof Statements(Graph otherGraph)
              && Isomorphism.between(tuples(graph), tuples(otherGraph));
      case Rows rows ->
          other instanceof Rows otherRows
              && new HashSet<>(rows.variables()).equals(new HashSet<>(otherRows.variables()))
              && Isomorphism.between(
                  tuples(rows, rows.variables(), inOrder),
                  tuples(otherRows, rows.variables(), inOrder));
    };
  }

  /** The statements of a graph. */
  static List<List<Optional<Node>>> tuples(Graph graph) {
    return graph.stream()
        .map(triple ->
            Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .map(Optional::of)
                .toList())
        .toList();
  }

  /** Where the order counts, a row's number becomes a part of it. */
  private static List<List<Optional<Node>>> tuples(
      Rows rows, List<Var> variables, boolean inOrder) {
    List<List<Optional<Node>>> tuples = new ArrayList<>();
    for (Binding row : rows.rows()) {
      List<Optional<Node>> tuple = new ArrayList<>();
      variables.forEach(variable -> tuple.add(Optional.ofNullable(row.get(variable))));
      if (inOrder) {
        tuple.add(Optional.of(NodeFactory.createLiteralString("row " + tuples.size())));
      }
      tuples.add(tuple);
    }
    return tuples;
  }
}
