package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.history.HistoryText;
import org.dramatis.history.Release;
import org.dramatis.history.Releases;
import org.dramatis.history.VersionGraph;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.ReleasesPage;
import org.dramatis.http.page.Templates;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.write.ReleaseWrites;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The names that versions were given, at {@code /releases}, and each at {@code /releases/2026.1},
 * where holders of a token give it.
 */
public final class ReleasesEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where they stand. */
  public static final String PATH = "/releases";

  /** The parameters that are read. */
  public static final Set<String> PARAMETERS =
      Set.of(HistoryForm.PARAMETER, Versions.PARAMETER, VersionReads.TIMEOUT);

  private final transient VersionReads reads;
  private final transient DataVersions versions;
  private final transient Releases releases;
  private final transient Optional<ReleaseWrites> writes;

  public ReleasesEndpoint(Readers readers) {
    this(readers, Optional.empty(), "GET", "HEAD");
  }

  public ReleasesEndpoint(ReleaseWrites writes) {
    this(writes.writers().readers(), Optional.of(writes), "GET", "HEAD", "PUT");
  }

  private ReleasesEndpoint(Readers readers, Optional<ReleaseWrites> writes, String... methods) {
    super(methods);
    this.reads = new VersionReads(readers);
    this.versions = readers.versions();
    this.releases = new Releases(versions.history());
    this.writes = writes;
  }

  /** Who may read is no secret; to write takes a header that no page from elsewhere may send. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Set<String> parameters(String method) {
    return method.equals("PUT") ? ReleaseWrites.PARAMETERS : PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    if (request.getMethod().equals("PUT")) {
      Release given = writes.orElseThrow().put(name, request, response);
      send(request, response, "application/json", HistoryText.json(given));
      return;
    }
    HistoryForm form = HistoryForm.choose(request, HistoryForm.Plain.JSON, HistoryForm.Plain.PAGE);
    Version newest = versions.history().store().version();
    response.setHeader("Cache-Control", "no-cache");
    versions.tell(newest, request, response);
    Delivery delivery =
        new Delivery(
            request,
            response,
            Optional.of(
                reads.tag(
                    newest,
                    request.getRequestURI(),
                    Parameters.of(request).toString(),
                    form.toString())));
    List<Release> told = name.isEmpty() ? releases.all() : List.of(find(name));
    if (delivery.sendNotModified(true)) {
      return;
    }
    Optional<StoredAnswer> answer =
        reads.read(
            request,
            response,
            newest,
            budget ->
                switch (form) {
                  case HistoryForm.Described described ->
                      reads.write(
                          described, VersionGraph.ofReleases(told), newest, budget, delivery);
                  case HistoryForm.Plain plain ->
                      reads.write(
                          plain.mediaType(),
                          told.size(),
                          newest,
                          budget,
                          delivery,
                          out ->
                              out.write(
                                  text(name, told, plain, context(request))
                                      .getBytes(StandardCharsets.UTF_8)));
                });
    if (answer.isPresent()) {
      delivery.send(answer.get());
    }
  }

  private static String text(
      String name, List<Release> told, HistoryForm.Plain form, PageContext context) {
    return switch (form) {
      case PAGE ->
          Templates.html(
              new ReleasesPage(name.isEmpty() ? "Releases" : "Release " + name, told), context);
      case JSON, CSV, PATCH ->
          name.isEmpty() ? HistoryText.jsonOfReleases(told) : HistoryText.json(told.getFirst());
    };
  }

  private Release find(String name) throws RequestRefusedException {
    return Optional.of(name)
        .filter(VersionName.Released::isName)
        .flatMap(releases::find)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notFound("no version was released as " + name)
                    .hinting("all releases are listed at /releases")));
  }
}
