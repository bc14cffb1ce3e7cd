package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.dramatis.http.description.ServiceDescription;
import org.dramatis.http.page.LandingPage;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.Answer;
import org.dramatis.query.AnswerFormat;
import org.dramatis.query.AnswerWriter;
import org.dramatis.query.Catalogue;
import org.dramatis.query.Overview;
import org.dramatis.query.QueryFailedException;
import org.dramatis.query.QueryRunner;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;

/**
 * What somebody sees who asks nothing yet: a page with a form for a browser, and for a program the
 * description of the service.
 */
record FrontPage(
    String programVersion,
    Store store,
    QueryRunner runner,
    Supplier<Catalogue> catalogue,
    ServiceDescription.Abilities abilities) {

  /** Sends the page or the description, whichever the client wants more. */
  void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH,
            Optional.ofNullable(request.getParameter("format")),
            Endpoint.accept(request));
    response.setHeader("Cache-Control", "no-cache");
    switch (form) {
      case AnswerForm.Page() -> sendPage(request, response);
      case AnswerForm.Data data -> sendDescription(data, request, response);
    }
  }

  /** Sends the page. */
  void sendPage(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException {
    Overview overview = Overview.of(runner);
    response.setHeader("Dramatis-Version", overview.version().toString());
    Endpoint.sendPage(
        request, response, LandingPage.write(programVersion, overview, catalogue.get()));
  }

  private void sendDescription(
      AnswerForm.Data form, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException {
    StringBuffer url = request.getRequestURL();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    try (Snapshot snapshot = store.open()) {
      response.setHeader("Dramatis-Version", snapshot.version().toString());
      AnswerWriter.write(
          new Answer.Statements(ServiceDescription.of(snapshot, host + "/sparql", abilities)),
          form.format(),
          form.version(),
          description);
    }
    response.setContentType(form.contentType());
    response.setContentLength(description.size());
    description.writeTo(response.getOutputStream());
  }
}
