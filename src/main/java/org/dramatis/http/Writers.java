package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.admission.Client;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Problem;
import org.dramatis.model.Version;
import org.dramatis.query.Budget;
import org.dramatis.query.QueryFailedException;
import org.dramatis.settings.Settings;
import org.dramatis.store.Store;

/**
 * What the endpoints of writers have in common.
 *
 * @param store what there is to read
 * @param ingest the way into the log
 * @param access who may
 * @param workers where the work is done
 * @param limits how much a request may send and use
 * @param turn changes are made one after the other; those that wait take no worker
 */
record Writers(
    Store store,
    Ingest ingest,
    Access access,
    Workers workers,
    Settings.Limits limits,
    Semaphore turn) {

  /** The token of a request, which has the scope. */
  Token require(Scope scope, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    response.setHeader("Cache-Control", "no-store");
    Token token = access.require(scope, request, response);
    Exchange.of(request).client(token.name());
    return token;
  }

  static Writer writer(Token token) {
    return new Writer(token.name(), token::mayWrite);
  }

  static Client client(Token token) {
    return Client.named(token.name());
  }

  Budget budget() {
    return Budget.of(limits.time(), limits.memory());
  }

  /** Something that changes the dataset within a budget. */
  @FunctionalInterface
  interface Changing {
    /** Does it. */
    Ingest.Result within(Budget budget)
        throws IOException, QueryFailedException, RequestRefusedException;
  }

  /** Makes a change when those before it are made; its time begins then. */
  Ingest.Result change(Token token, Changing changing)
      throws IOException, QueryFailedException, RequestRefusedException {
    awaitTurn();
    try {
      Budget budget = budget();
      return workers.run(client(token), budget, () -> changing.within(budget));
    } finally {
      turn.release();
    }
  }

  private void awaitTurn() throws RequestRefusedException {
    try {
      if (turn.tryAcquire(limits.time().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      throw new RequestRefusedException(
          HttpProblem.of(ProblemType.OVERLOADED, "other changes are still being made")
              .retryAfter(limits.time()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RequestRefusedException(
          HttpProblem.of(ProblemType.STOPPING, "the server is stopping; nothing was changed"));
    }
  }

  /** Tells which version the dataset has come to, or why it has not. */
  static void answer(Ingest.Result result, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    Version version =
        switch (result) {
          case Ingest.Result.Accepted accepted -> accepted.entries().getLast().version();
          case Ingest.Result.Unchanged unchanged -> unchanged.version();
          case Ingest.Result.Refused(List<Problem> problems) ->
              throw new RequestRefusedException(Refusal.of(problems));
        };
    Exchange.of(request).version(version);
    response.setHeader("Dramatis-Version", version.toString());
  }
}
