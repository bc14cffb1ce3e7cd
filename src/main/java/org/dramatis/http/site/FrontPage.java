package org.dramatis.http.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.description.Description;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.Excerpt;
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
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody sees who asks nothing yet: a page with a form for a browser, and for a program the
 * description of the service. For the page of the newest version no turn is waited for and no quota
 * used; it is made once. All else is read like the answer to a query.
 */
public final class FrontPage {

  /** The parameters that are read. */
  static final Set<String> PARAMETERS = Set.of("format", Versions.PARAMETER);

  private static final Logger LOG = LoggerFactory.getLogger(FrontPage.class);

  /** The tag of published queries whose answers the page begins with. */
  private static final String HIGHLIGHT = "highlight";

  private static final int MOST_EXCERPTS = 3;

  private record Drawn(Version version, LandingPage page) {}

  private final Readers readers;
  private final DataVersions versions;
  private final PerVersion<Drawn> pages;
  private final PerVersion.Source<Drawn> drawing;
  private final Description description;

  public FrontPage(
      Readers readers, QueryRunner runner, Supplier<Catalogue> catalogue, Description description) {
    this.readers = readers;
    this.versions = readers.versions();
    Store store = versions.history().store();
    this.drawing =
        snapshot ->
            new Drawn(
                snapshot.version(),
                LandingPage.of(
                    overview(runner, readers.limits(), snapshot),
                    versions.history().outline().time(snapshot.version()),
                    excerpts(runner, readers.limits(), snapshot, catalogue.get()),
                    catalogue.get()));
    this.pages = new PerVersion<>(store, drawing);
    this.description = description;
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

  /** The answers that the page begins with; one that fails is left out. */
  private static List<Excerpt> excerpts(
      QueryRunner runner, Settings.Limits limits, Snapshot snapshot, Catalogue catalogue)
      throws IOException {
    List<Excerpt> excerpts = new ArrayList<>();
    for (PublishedQuery query : catalogue.queries()) {
      if (excerpts.size() == MOST_EXCERPTS) {
        break;
      }
      if (query.tags().contains(HIGHLIGHT)) {
        try (Budget budget = Budget.of(limits.time(), limits.memory())) {
          runner
              .<Optional<Excerpt>>run(
                  query.with(Map.of()),
                  snapshot,
                  budget,
                  (_, answer) ->
                      answer instanceof Answer.Rows rows
                          ? Optional.of(
                              Excerpt.of(query, rows.rows(), snapshot.dataset().getDefaultGraph()))
                          : Optional.empty())
              .filter(excerpt -> !excerpt.rows().isEmpty())
              .ifPresent(excerpts::add);
        } catch (QueryFailedException failed) {
          LOG.warn("The first page is without the answer to {}", query.path(), failed);
        }
      }
    }
    return excerpts;
  }

  /** Sends the page or the description, whichever the client wants more. */
  public void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    send(request, response, Optional.empty());
  }

  /** The same, in a format if the client names no other. */
  void send(HttpServletRequest request, HttpServletResponse response, Optional<String> format)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Versions asked = Versions.of(parameters);
    AskedVersion version = versions.choose(asked, request);
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH,
            parameters.one("format").or(() -> format),
            asked.rdf(),
            Endpoint.accept(request));
    boolean newest = version.way() instanceof AskedVersion.Way.Newest;
    switch (form) {
      case AnswerForm.Page() when newest -> sendPage(request, response);
      case AnswerForm.Page() -> {
        version.tell(request, response);
        Drawn drawn =
            read(version.version(), (snapshot, _) -> drawing.of(snapshot), request, response);
        Endpoint.sendPage(request, response, drawn.page().at(Description.root(request)));
      }
      case AnswerForm.Data data -> {
        if (newest) {
          describe(version.version(), request, response);
        } else {
          version.tell(request, response);
        }
        sendDescription(data, version.version(), request, response);
      }
    }
  }

  private <T> T read(
      Version version,
      Readers.Reading<T> making,
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
        making);
  }

  /** Sends the page of the newest version. */
  void sendPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Drawn drawn = pages.get();
    describe(drawn.version(), request, response);
    Endpoint.sendPage(request, response, drawn.page().at(Description.root(request)));
  }

  private void sendDescription(
      AnswerForm.Data form,
      Version version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String root = Description.root(request);
    ByteArrayOutputStream document =
        read(
            version,
            (snapshot, budget) -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              AnswerWriter.write(
                  new Answer.Statements(description.of(snapshot, budget::check, root)),
                  form.format(),
                  form.version(),
                  out);
              return out;
            },
            request,
            response);
    response.setContentType(form.contentType());
    response.setContentLength(document.size());
    document.writeTo(response.getOutputStream());
  }

  private void describe(Version version, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Link", ApiDescription.LINK);
    versions.tell(version, request, response);
  }
}
