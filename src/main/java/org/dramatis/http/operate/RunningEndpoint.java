package org.dramatis.http.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Scope;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Problems;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.RunningPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.query.problem.StopReason;

/** The queries and updates that are here, for holders of tokens, who may also stop them. */
public final class RunningEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  public static final String PATH = "/queries/running";

  private static final int MOST_OF_A_TEXT = 4000;

  private final transient Access access;

  public RunningEndpoint(Access access) {
    super("GET", "HEAD", "DELETE");
    this.access = access;
  }

  @Override
  protected boolean answersWhileStopping() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    boolean stops = request.getMethod().equals("DELETE");
    Scope scope = stops ? Scope.WRITE : Scope.READ;
    Exchange.of(request).client(access.require(scope, request, response).name());
    RunningQueries running = Lifecycle.of(getServletContext()).running();
    response.setHeader("Cache-Control", "no-store");
    String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    if (stops) {
      stop(find(id, running));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (id.isEmpty()) {
      list(running.all(), request, response);
    } else {
      JsonBuilder json = JsonBuilder.create();
      write(find(id, running), json);
      send(request, response, "application/json", json.build() + "\n");
    }
  }

  private static RunningQuery find(String id, RunningQueries running)
      throws RequestRefusedException {
    return running
        .find(id)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notFound("no query is here any more with the id " + id)));
  }

  private static void stop(RunningQuery query) throws RequestRefusedException {
    if (!query.budget().stop(StopReason.BY_OPERATOR) && query.budget().stopped().isEmpty()) {
      throw new RequestRefusedException(HttpProblem.notFound("the query has ended: " + query.id()));
    }
  }

  private static void list(
      List<RunningQuery> queries, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Problems.inHtml(accept(request))) {
      sendPage(
          request, response, new RunningPage(queries.stream().map(RunningEndpoint::row).toList()));
      return;
    }
    JsonBuilder json = JsonBuilder.create().startObject().key("queries").startArray();
    queries.forEach(query -> write(query, json));
    send(request, response, "application/json", json.finishArray().finishObject().build() + "\n");
  }

  private static RunningPage.Row row(RunningQuery query) {
    return new RunningPage.Row(
        query.id(),
        query.exchange().client(),
        query.arrived().toString(),
        "%d ms".formatted(query.age().toMillis()),
        "%d".formatted(query.budget().used()),
        query.phase(),
        bounded(query.text()));
  }

  private static void write(RunningQuery query, JsonBuilder json) {
    json.startObject()
        .pair("id", query.id())
        .pair("client", query.exchange().client())
        .pair("arrived", query.arrived().toString())
        .pair("milliseconds", query.age().toMillis())
        .pair("memory", query.budget().used())
        .pair("phase", query.phase())
        .pair("text", bounded(query.text()))
        .finishObject();
  }

  private static String bounded(String text) {
    return text.length() > MOST_OF_A_TEXT ? text.substring(0, MOST_OF_A_TEXT) + "..." : text;
  }
}
