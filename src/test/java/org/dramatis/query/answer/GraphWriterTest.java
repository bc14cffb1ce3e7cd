package org.dramatis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.time.Duration;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.query.budget.BoundedGraph;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.junit.jupiter.api.Test;

class GraphWriterTest {

  private static Graph graph(int statements) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < statements; i++) {
      graph.add(
          Triple.create(
              NodeFactory.createURI("http://example.org/" + i),
              NodeFactory.createURI("http://example.org/p"),
              NodeFactory.createURI("http://example.org/o")));
    }
    return graph;
  }

  private static void write(Graph graph, AnswerFormat format) throws QueryFailedException {
    GraphWriter.write(graph, format, RdfVersion.RDF_1_1, OutputStream.nullOutputStream());
  }

  @Test
  void theViewOfAGraphIsCharged() throws Exception {
    Budget budget = Budget.of(Duration.ofMinutes(1), 1000 * Sizes.STATEMENT);

    write(new BoundedGraph(graph(1000), budget), AnswerFormat.NTRIPLES);
    assertThat(budget.used()).isEqualTo(1000 * Sizes.STATEMENT);
    assertThrows(
        BudgetSpentException.class,
        () -> write(new BoundedGraph(graph(1), budget), AnswerFormat.NTRIPLES));
  }

  @Test
  void lookingForPrefixesStopsWithTheBudget() {
    Graph graph = graph(50_000);
    for (int i = 0; i < 10_000; i++) {
      graph.getPrefixMapping().setNsPrefix("p" + i, "http://example.org/none/" + i);
    }
    Budget budget = Budget.of(Duration.ofMillis(300), Long.MAX_VALUE);
    long begun = System.nanoTime();

    assertThrows(
        BudgetSpentException.class,
        () -> write(new BoundedGraph(graph, budget), AnswerFormat.NTRIPLES));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aGraphTooLargeForOneDocumentIsRefusedAsJsonLd() {
    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () -> write(graph(GraphWriter.MOST_IN_JSONLD + 1), AnswerFormat.JSONLD));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.AnswerTooLarge.class);
  }
}
