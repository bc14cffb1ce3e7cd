package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.dramatis.history.HistoryText;
import org.dramatis.history.Sought;
import org.dramatis.history.Trace;
import org.dramatis.history.Traces;
import org.dramatis.history.VersionGraph;
import org.dramatis.history.VersionLine;
import org.dramatis.history.VersionList;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.HistoryPage;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.Templates;
import org.dramatis.http.page.TracePage;
import org.dramatis.http.page.VersionPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The list of all versions at {@code /history}, each of them at {@code /history/7}, and the
 * versions that had to do with an entity or a statement at {@code /history?about=…}.
 */
public final class HistoryEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it stands. */
  public static final String PATH = "/history";

  private static final String BEFORE = "before";
  private static final String LIMIT = "limit";

  /** The parameters that are read. */
  public static final Set<String> PARAMETERS =
      Stream.concat(
              SoughtParameters.PLACES.stream(),
              Stream.of(
                  SoughtParameters.ABOUT,
                  BEFORE,
                  LIMIT,
                  HistoryForm.PARAMETER,
                  Versions.PARAMETER,
                  VersionReads.TIMEOUT))
          .collect(Collectors.toUnmodifiableSet());

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final transient VersionReads reads;
  private final transient DataVersions versions;
  private final transient Traces traces;

  public HistoryEndpoint(Readers readers, Traces traces) {
    super("GET", "HEAD");
    this.reads = new VersionReads(readers);
    this.versions = readers.versions();
    this.traces = traces;
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  /**
   * The same in all its forms.
   *
   * @param version the version that it is told from
   * @param size how many versions it is about
   */
  private record Told(
      Version version,
      long size,
      String json,
      String csv,
      Page page,
      Graph graph,
      Optional<String> next) {

    private String in(HistoryForm.Plain form, PageContext context) {
      return switch (form) {
        case JSON, PATCH -> json;
        case CSV -> csv;
        case PAGE -> Templates.html(page, context);
      };
    }
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    HistoryForm form =
        HistoryForm.choose(
            request, HistoryForm.Plain.JSON, HistoryForm.Plain.CSV, HistoryForm.Plain.PAGE);
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    Optional<Sought> sought = SoughtParameters.of(parameters);
    Version newest = versions.history().store().version();
    response.setHeader("Cache-Control", "no-cache");
    versions.tell(newest, request, response);
    Delivery delivery =
        new Delivery(
            request,
            response,
            Optional.of(
                reads.tag(
                    newest, request.getRequestURI(), parameters.toString(), form.toString())));
    if (delivery.sendNotModified(false)) {
      return;
    }
    int limit = limit(parameters);
    OptionalLong before = parameters.count(BEFORE);
    Optional<StoredAnswer> answer =
        reads.read(
            request,
            response,
            newest,
            budget -> {
              Told told;
              if (!path.isEmpty()) {
                told = one(path);
              } else if (sought.isPresent()) {
                told =
                    trace(
                        sought.get(),
                        traces.find(sought.get(), newest, VersionReads.cost(budget)),
                        newest);
              } else {
                told = list(before, limit, newest);
              }
              told.next()
                  .ifPresent(next -> response.addHeader("Link", "<" + next + ">; rel=\"next\""));
              return switch (form) {
                case HistoryForm.Described described ->
                    reads.write(described, told.graph(), newest, budget, delivery);
                case HistoryForm.Plain plain ->
                    reads.write(
                        plain.mediaType(),
                        told.size(),
                        newest,
                        budget,
                        delivery,
                        out ->
                            out.write(
                                told.in(plain, context(request)).getBytes(StandardCharsets.UTF_8)));
              };
            });
    if (answer.isPresent()) {
      delivery.send(answer.get());
    }
  }

  private Told list(OptionalLong before, int limit, Version newest) {
    Version last =
        before.isPresent()
            ? new Version(Math.max(0, Math.min(before.getAsLong(), newest.number() + 1) - 1))
            : newest;
    VersionList list = VersionList.upTo(versions.history(), last, limit);
    Optional<String> next =
        list.before().equals(Version.NONE)
            ? Optional.empty()
            : Optional.of(
                "%s?%s=%s&%s=%d".formatted(PATH, BEFORE, list.before().next(), LIMIT, limit));
    return new Told(
        newest,
        list.lines().size(),
        HistoryText.json(list.lines(), newest, next),
        HistoryText.csv(list.lines()),
        new HistoryPage(list.lines(), next),
        VersionGraph.of(list.lines()),
        next);
  }

  private Told one(String path) throws RequestRefusedException {
    Optional<VersionName> name = VersionName.parse(path);
    if (name.isEmpty()) {
      throw new RequestRefusedException(HttpProblem.notFound("there is no version " + path));
    }
    Version version = versions.find(name.get());
    List<VersionLine> lines = VersionList.upTo(versions.history(), version, 1).lines();
    if (lines.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("version 0 is before the first, and nobody made it"));
    }
    Version newest = versions.history().store().version();
    return new Told(
        newest,
        1,
        HistoryText.json(lines.getFirst()),
        HistoryText.csv(lines),
        new VersionPage(lines.getFirst(), newest),
        VersionGraph.of(lines),
        Optional.empty());
  }

  private static Told trace(Sought sought, Trace trace, Version newest) {
    return new Told(
        newest,
        trace.steps().size(),
        HistoryText.json(trace, newest),
        HistoryText.csv(trace),
        new TracePage(sought, trace),
        VersionGraph.of(trace),
        Optional.empty());
  }

  private static int limit(Parameters parameters) throws RequestRefusedException {
    long limit = parameters.count(LIMIT).orElse(USUAL);
    if (limit < 1 || limit > MOST) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'%s' is a number from 1 to %d".formatted(LIMIT, MOST)));
    }
    return (int) limit;
  }
}
