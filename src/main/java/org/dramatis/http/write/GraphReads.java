package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dramatis.http.access.Token;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Askers;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.GraphAnswer;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.problem.QueryFailedException;

/** Sends single graphs to those who hold a token. */
record GraphReads(Writers writers) {

  void send(
      Token token,
      GraphTarget target,
      RunningQueries running,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Versions asked = Versions.of(parameters);
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH,
            parameters.one("format"),
            asked.rdf(),
            Endpoint.accept(request));
    if (!(form instanceof AnswerForm.Data data)) {
      throw new RequestRefusedException(
          HttpProblem.notAcceptable("a graph comes as data here, and not as a page"));
    }
    Optional<Duration> timeout = parameters.seconds("timeout");
    DataVersions versions = writers.versions();
    AskedVersion version = versions.choose(asked, request);
    EntityTag tag = version.tag().of(target.name().getURI(), data.toString());
    Delivery delivery = new Delivery(request, response, Optional.of(tag));
    Exchange exchange = Exchange.of(request);
    Optional<StoredAnswer> answer =
        writers
            .readers()
            .read(
                Askers.reader(token, request),
                running,
                exchange,
                timeout,
                target.shown(request),
                version.version(),
                (snapshot, budget) -> {
                  if (!snapshot.dataset().containsGraph(target.name())) {
                    throw target.absent();
                  }
                  version.tell(request, response);
                  response.setHeader("Cache-Control", "private, no-cache");
                  return delivery.sendNotModified(true)
                      ? Optional.empty()
                      : new GraphAnswer(data, writers.limits(), budget, delivery)
                          .write(snapshot.dataset().getGraph(target.name()), version.version());
                });
    if (answer.isPresent()) {
      answer.get().rows().ifPresent(exchange::rows);
      delivery.send(answer.get());
    }
  }
}
