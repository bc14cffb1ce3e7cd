package org.dramatis.query;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/** Runs queries over one version of the dataset each, and never longer than the time limit. */
public final class QueryRunner {

  private static final PlainFunctions FUNCTIONS = new PlainFunctions();

  private final Store store;
  private final Duration timeLimit;

  /** Runs queries over the store; reading the answer counts towards the time limit. */
  public QueryRunner(Store store, Duration timeLimit) {
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("a query needs some time: " + timeLimit);
    }
    this.store = store;
    this.timeLimit = timeLimit;
  }

  /** Takes an answer while it is valid. */
  @FunctionalInterface
  public interface AnswerReader<T> {
    /** Reads the answer, which comes wholly from this version of the data. */
    T read(Version version, Answer answer) throws IOException, QueryFailedException;
  }

  /**
   * Runs a query and hands the answer to the reader. Nothing of a query that ran out of time is
   * passed off as an answer: the reader is then interrupted by an exception that becomes the
   * problem {@link QueryProblem.OutOfTime}.
   */
  public <T> T run(Query query, AnswerReader<T> reader) throws IOException, QueryFailedException {
    try (Snapshot snapshot = store.open();
        QueryExec execution = prepare(query, snapshot.dataset())) {
      return reader.read(snapshot.version(), answer(query, execution));
    } catch (QueryCancelledException cancelled) {
      throw new QueryFailedException(new QueryProblem.OutOfTime(timeLimit), cancelled);
    } catch (StackOverflowError nested) {
      throw new QueryFailedException(Sparql.NESTED_TOO_DEEPLY, nested);
    }
  }

  private QueryExec prepare(Query query, DatasetGraph dataset) {
    QueryExecBuilder builder =
        QueryExec.dataset(dataset)
            .query(query)
            .set(ARQ.httpServiceAllowed, false)
            .set(ARQ.enablePropertyFunctions, false)
            .set(ARQConstants.registryFunctions, FUNCTIONS)
            .set(ARQConstants.registryQueryEngines, BoundedEngine.REGISTRY)
            .set(BoundedEngine.DEADLINE, System.nanoTime() + timeLimit.toNanos());
    return builder.overallTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS).build();
  }

  private static Answer answer(Query query, QueryExec execution) {
    return switch (query.queryType()) {
      case SELECT -> new Answer.Rows(execution.select(), query.getPrefixMapping());
      case ASK -> new Answer.Truth(execution.ask());
      case CONSTRUCT -> new Answer.Statements(execution.construct(newGraph()));
      case DESCRIBE -> new Answer.Statements(execution.describe(newGraph()));
      case CONSTRUCT_JSON, UNKNOWN ->
          throw new IllegalArgumentException("not a query of SPARQL: " + query.queryType());
    };
  }

  private static Graph newGraph() {
    return GraphFactory.createDefaultGraph();
  }
}
