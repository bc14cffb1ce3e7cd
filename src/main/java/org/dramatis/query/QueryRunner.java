package org.dramatis.query;

import java.io.IOException;
import java.time.Duration;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.engine.BoundedEngine;
import org.dramatis.query.engine.Built;
import org.dramatis.query.engine.Description;
import org.dramatis.query.engine.RemoteService;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.federation.RemoteEndpoints;
import org.dramatis.query.plan.Plan;
import org.dramatis.query.plan.Planner;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/** Runs queries over one version of the dataset each, and never longer than the time limit. */
public final class QueryRunner {

  private final Store store;
  private final Duration timeLimit;
  private final RemoteEndpoints remote;

  /** Runs queries over the store; reading the answer counts towards the time limit. */
  public QueryRunner(Store store, Duration timeLimit) {
    this(store, timeLimit, AllowedEndpoints.NONE);
  }

  /** Runs queries over the store that may also ask these endpoints, by SERVICE. */
  public QueryRunner(Store store, Duration timeLimit, AllowedEndpoints endpoints) {
    if (timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException("a query needs some time: " + timeLimit);
    }
    this.store = store;
    this.timeLimit = timeLimit;
    this.remote = new RemoteEndpoints(endpoints);
  }

  /** The endpoints that a query may ask by SERVICE. */
  public AllowedEndpoints endpoints() {
    return remote.allowed();
  }

  /** What a query may keep in memory unless somebody says otherwise. */
  public static final long USUAL_MEMORY = Runtime.getRuntime().maxMemory() / 8;

  /** Takes an answer while it is valid. */
  @FunctionalInterface
  public interface AnswerReader<T> {
    /** Reads the answer, which comes wholly from this version of the data. */
    T read(Version version, Answer answer) throws IOException, QueryFailedException;
  }

  /** Runs a query with a usual budget. */
  public <T> T run(Query query, AnswerReader<T> reader) throws IOException, QueryFailedException {
    return run(query, Budget.of(timeLimit, USUAL_MEMORY), reader);
  }

  /**
   * Runs a query and hands the answer to the reader. Nothing of a query that was stopped is passed
   * off as an answer: the reader is then interrupted by an exception that becomes the problem.
   */
  public <T> T run(Query query, Budget budget, AnswerReader<T> reader)
      throws IOException, QueryFailedException {
    try (Snapshot snapshot = store.open()) {
      return run(query, snapshot, budget, reader);
    }
  }

  /** The same over a version that the caller opened, and closes. */
  public <T> T run(Query query, Snapshot snapshot, Budget budget, AnswerReader<T> reader)
      throws IOException, QueryFailedException {
    return Bounded.work(
        budget,
        () -> {
          DatasetGraph dataset = new BoundedDataset(snapshot.dataset(), budget);
          Query asked = query.isDescribeType() ? Description.resources(query) : query;
          try (QueryExec execution = prepare(asked, dataset, context(budget))) {
            Answer answer = answer(query, execution, dataset, budget);
            return reader.read(snapshot.version(), answer);
          }
        });
  }

  /** Runs a query to its end for the sake of its plan, and keeps nothing of the answer. */
  public Plan explain(Query query, Snapshot snapshot, Budget budget)
      throws IOException, QueryFailedException {
    return Bounded.work(
        budget,
        () -> {
          long begun = System.nanoTime();
          Planner planner = new Planner();
          Context context = context(budget).set(BoundedEngine.PLANNER, planner);
          DatasetGraph dataset = new BoundedDataset(snapshot.dataset(), budget);
          Query asked = query.isDescribeType() ? Description.resources(query) : query;
          try (QueryExec execution = prepare(asked, dataset, context)) {
            long rows = count(answer(query, execution, dataset, budget));
            return new Plan(rows, System.nanoTime() - begun, planner.steps());
          }
        });
  }

  private static long count(Answer answer) {
    return switch (answer) {
      case Answer.Rows rows -> Iter.count(rows.rows());
      case Answer.Truth(boolean value) -> value ? 1 : 0;
      case Answer.Statements statements -> statements.graph().size();
    };
  }

  private Context context(Budget budget) {
    ServiceExecutorRegistry services = new ServiceExecutorRegistry();
    services.add(new RemoteService(remote, budget));
    return Bounded.context(budget, services);
  }

  private static QueryExec prepare(Query query, DatasetGraph dataset, Context context) {
    return QueryExec.dataset(dataset).query(query).context(context).build();
  }

  private static Answer answer(
      Query query, QueryExec execution, DatasetGraph dataset, Budget budget) {
    return switch (query.queryType()) {
      case SELECT -> new Answer.Rows(execution.select(), query.getPrefixMapping());
      case ASK -> new Answer.Truth(execution.ask());
      case CONSTRUCT -> new Answer.Statements(Built.construct(query, execution, dataset, budget));
      case DESCRIBE -> new Answer.Statements(Built.describe(query, execution, dataset, budget));
      case CONSTRUCT_JSON, UNKNOWN ->
          throw new IllegalArgumentException("not a query of SPARQL: " + query.queryType());
    };
  }
}
