package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Askers;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;

/**
 * What the endpoints of writers have in common.
 *
 * @param readers what they have in common with those who read
 * @param ingest the way into the log
 * @param access who may
 * @param queue changes are made one after the other
 * @param bodies what all writers together have sent
 */
public record Writers(
    Readers readers, Ingest ingest, Access access, WriteQueue queue, HeldBytes bodies) {

  /** The token of a request, which has the scope. */
  Token require(Scope scope, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    response.setHeader("Cache-Control", "no-store");
    Token token = access.require(scope, request, response);
    Exchange.of(request).client(token.name());
    readers.workers().admit(Askers.client(token));
    return token;
  }

  /** What the service says of its doing, and of itself. */
  private static final Set<Node> OWN =
      Set.of(ServiceRecord.GRAPH, NodeFactory.createURI(Namespaces.DESCRIPTION));

  /**
   * Who makes a change. Nobody changes in this way what the service says of its doing and of
   * itself.
   *
   * @param content what was sent; the same request with the same key is carried out once
   */
  static Writer writer(Token token, HttpServletRequest request, byte[] content)
      throws RequestRefusedException {
    return new Writer(
        token.name(),
        graph -> !OWN.contains(graph) && token.mayWrite(graph),
        RequestKey.of(token, request, content));
  }

  /** Who lets the service do something with its data, and record that. */
  static Writer recorder(Token token, HttpServletRequest request, byte[] content)
      throws RequestRefusedException {
    return new Writer(token.name(), token::mayWrite, RequestKey.of(token, request, content));
  }

  /** What there is to read. */
  public DataVersions versions() {
    return readers.versions();
  }

  /** How much a request may send and use. */
  public Settings.Limits limits() {
    return readers.limits();
  }

  /** Something that changes the dataset within a budget. */
  @FunctionalInterface
  interface Changing {
    /** Does it. */
    Ingest.Result within(Budget budget)
        throws IOException, QueryFailedException, RequestRefusedException;
  }

  /**
   * Makes a change when those before it are made; its time begins then. It is to be seen from the
   * beginning, and can be stopped.
   *
   * @param running where it is to be seen
   * @param timeout the time that the client gives it
   * @param text what is shown of it there
   */
  Ingest.Result change(
      Token token,
      RunningQueries running,
      Exchange exchange,
      Optional<Duration> timeout,
      String text,
      Changing changing)
      throws IOException, QueryFailedException, RequestRefusedException {
    try (Budget budget = readers.budget(timeout);
        RunningQuery query = running.arrive(exchange, text, budget)) {
      budget.queuing(() -> queue.enter(budget, limits().time()));
      try {
        return readers
            .workers()
            .run(
                Askers.client(token),
                budget,
                () -> {
                  query.begins();
                  return changing.within(budget);
                });
      } finally {
        queue.leave(budget);
      }
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    }
  }

  /** Tells which version the dataset has come to, or why it has not. */
  void answer(Ingest.Result result, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    Version version =
        switch (result) {
          case Ingest.Result.Accepted accepted -> accepted.entry().version();
          case Ingest.Result.Repeated repeated -> repeated.version();
          case Ingest.Result.Unchanged unchanged -> unchanged.version();
          case Ingest.Result.Refused(List<Problem> problems) ->
              throw new RequestRefusedException(Refusal.of(problems));
        };
    versions().tell(version, request, response);
  }
}
