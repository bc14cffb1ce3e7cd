package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.description.DatasetSizes;
import org.dramatis.http.description.ServiceDescription;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.LandingPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.model.Version;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Overview;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody sees who asks nothing yet: a page with a form for a browser, and for a program the
 * description of the service. Of the newest version no turn is waited for and no quota used, so
 * that what has to be counted for it is counted once for each version of the data. What an older
 * version held is read like the answer to a query.
 */
public final class FrontPage {

  /** The parameters that are read. */
  static final Set<String> PARAMETERS = Set.of("format", Versions.PARAMETER);

  private static final Logger LOG = LoggerFactory.getLogger(FrontPage.class);

  private record Page(Version version, String text) {}

  private final Readers readers;
  private final DataVersions versions;
  private final PerVersion<Page> pages;
  private final PerVersion.Source<Page> drawing;
  private final PerVersion<DatasetSizes> sizes;
  private final ServiceDescription.Abilities abilities;

  public FrontPage(
      String programVersion,
      Readers readers,
      QueryRunner runner,
      Supplier<Catalogue> catalogue,
      ServiceDescription.Abilities abilities) {
    this.readers = readers;
    this.versions = readers.versions();
    Store store = versions.history().store();
    this.drawing =
        snapshot ->
            new Page(
                snapshot.version(),
                LandingPage.write(
                    programVersion, overview(runner, readers.limits(), snapshot), catalogue.get()));
    this.pages = new PerVersion<>(store, drawing);
    this.sizes = new PerVersion<>(store, DatasetSizes::of);
    this.abilities = abilities;
  }

  /** The page is worth having without the numbers. */
  private static Overview overview(QueryRunner runner, Settings.Limits limits, Snapshot snapshot)
      throws IOException {
    try (Budget budget = Budget.of(limits.time(), limits.memory())) {
      return Overview.of(runner, snapshot, budget);
    } catch (QueryFailedException failed) {
      LOG.warn("The first page is without its numbers", failed);
      return Overview.nothing(snapshot.version());
    }
  }

  /** Sends the page or the description, whichever the client wants more. */
  public void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Versions asked = Versions.of(parameters);
    AskedVersion version = versions.choose(asked, request);
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH,
            parameters.one("format"),
            asked.rdf(),
            Endpoint.accept(request));
    if (version.way() instanceof AskedVersion.Way.Newest) {
      switch (form) {
        case AnswerForm.Page() -> sendPage(request, response);
        case AnswerForm.Data data -> {
          DatasetSizes counted = sizes.get();
          describe(counted.version(), request, response);
          sendDescription(data, counted, request, response);
        }
      }
      return;
    }
    version.tell(request, response);
    switch (form) {
      case AnswerForm.Page() -> {
        Page page = read(version.version(), drawing, request, response);
        Endpoint.sendPage(request, response, page.text());
      }
      case AnswerForm.Data data ->
          sendDescription(
              data,
              read(version.version(), DatasetSizes::of, request, response),
              request,
              response);
    }
  }

  private <T> T read(
      Version version,
      PerVersion.Source<T> making,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    return readers.read(
        readers.admit(request, response),
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Optional.empty(),
        request.getRequestURI(),
        version,
        (snapshot, _) -> making.of(snapshot));
  }

  /** Sends the page of the newest version. */
  void sendPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Page page = pages.get();
    describe(page.version(), request, response);
    Endpoint.sendPage(request, response, page.text());
  }

  private void sendDescription(
      AnswerForm.Data form,
      DatasetSizes counted,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException {
    StringBuffer url = request.getRequestURL();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    ByteArrayOutputStream description = new ByteArrayOutputStream();
    AnswerWriter.write(
        new Answer.Statements(ServiceDescription.of(counted, host + "/sparql", abilities)),
        form.format(),
        form.version(),
        description);
    response.setContentType(form.contentType());
    response.setContentLength(description.size());
    description.writeTo(response.getOutputStream());
  }

  private void describe(Version version, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Link", ApiDescription.LINK);
    versions.tell(version, request, response);
  }
}
