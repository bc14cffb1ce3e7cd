package org.dramatis.http.dump;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.dramatis.feed.Dump;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Memento;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.refusal.ProblemAnswer;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.write.DumpWrites;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whole versions to be downloaded, each file made when it is first asked for. */
public final class DumpEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it answers. */
  public static final String PATH = "/dump";

  private static final Logger LOG = LoggerFactory.getLogger(DumpEndpoint.class);

  private final transient Readers readers;
  private final transient DumpFolder folder;
  private final transient Optional<DumpWrites> writes;

  /** Keeps the files that it makes in a folder. */
  public DumpEndpoint(Readers readers, DumpFolder folder) {
    this(readers, folder, Optional.empty(), "GET", "HEAD");
  }

  /** Also takes what is sent. */
  public DumpEndpoint(DumpWrites writes, DumpFolder folder) {
    this(writes.writers().readers(), folder, Optional.of(writes), "GET", "HEAD", "POST", "PUT");
  }

  private DumpEndpoint(
      Readers readers, DumpFolder folder, Optional<DumpWrites> writes, String... methods) {
    super(methods);
    this.readers = readers;
    this.folder = folder;
    this.writes = writes;
  }

  /** Whether a path leads to another version when the data has changed. */
  public static boolean isOriginal(String path) {
    return path.startsWith(PATH + "/")
        && DumpName.parse(path.substring(PATH.length() + 1)).version().equals(DumpName.LATEST);
  }

  /** Who may read is no secret; to write takes a header that no page from elsewhere may send. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Set<String> parameters(String method) {
    return Set.of("POST", "PUT").contains(method) ? DumpWrites.PARAMETERS : Set.of();
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (Set.of("POST", "PUT").contains(request.getMethod())) {
      take(request, response);
      return;
    }
    Client client = readers.admit(request, response);
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    DumpName name = DumpName.parse(path.isEmpty() ? DumpName.LATEST : path);
    if (name.version().equals(DumpName.LATEST)) {
      choose(name, request, response);
      return;
    }
    VersionName named =
        VersionName.parse(name.version())
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notFound("there is no version '%s'".formatted(name.version()))));
    Version version = readers.versions().find(named);
    Sha256 id =
        readers
            .versions()
            .history()
            .outline()
            .id(version)
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notFound("before the first version there is nothing")));
    AskedVersion asked =
        new AskedVersion(readers.versions(), version, new AskedVersion.Way.Named(named));
    if (named instanceof VersionName.Released) {
      redirect(name, version, asked.cacheControl(), request, response);
    } else if (name.file().isEmpty()) {
      new DumpDescription(asked, name, id, folder.files()).send(request, response);
    } else {
      DumpName.Kind kind = name.file().get();
      DumpFiles.Made made = make(client, version, id, kind, request);
      if (name.digest()) {
        sendDigest(made, name, asked, request, response);
      } else {
        new FileAnswer(made, name, kind, asked).send(request, response);
      }
    }
  }

  /** In the form that {@code sha256sum -c} reads, for the name that the file has in its address. */
  private static void sendDigest(
      DumpFiles.Made made,
      DumpName name,
      AskedVersion asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    asked.tell(name.original(), request, response);
    String path = name.path(asked.version().toString());
    String file = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.sha256$", "");
    send(request, response, "text/plain", "%s  %s%n".formatted(made.digest().hex(), file));
  }

  private void take(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (request.getPathInfo() != null) {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      throw new RequestRefusedException(
          HttpProblem.methodNotAllowed(request.getMethod(), "GET, HEAD, OPTIONS")
              .hinting("what was is not changed; send data to " + PATH));
    }
    writes.orElseThrow().take(request, response);
  }

  /** What is of this run only goes with it. */
  @Override
  public void destroy() {
    try {
      folder.close();
    } catch (IOException left) {
      LOG.warn("Files for download stay behind in {}", folder.files().folder(), left);
    }
  }

  /** Leads to the newest version, or to that of the time which is asked for (RFC 7089). */
  private void choose(DumpName name, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    AskedVersion asked =
        readers.versions().choose(new Versions(Optional.empty(), Optional.empty()), request);
    response.setHeader("Vary", ProblemAnswer.VARY + ", " + Memento.ACCEPT_DATETIME);
    response.addHeader("Link", Memento.places(name.original()));
    redirect(name, asked.version(), "no-cache", request, response);
  }

  private void redirect(
      DumpName name,
      Version version,
      String cacheControl,
      HttpServletRequest request,
      HttpServletResponse response) {
    readers.versions().tell(version, request, response);
    response.setHeader("Cache-Control", cacheControl);
    response.setHeader("Location", name.path(version.toString()));
    response.setStatus(HttpServletResponse.SC_FOUND);
  }

  /** Once begun it is made to its end, for others will ask for it: whoever asked may go away. */
  private DumpFiles.Made make(
      Client client, Version version, Sha256 id, DumpName.Kind kind, HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    DumpFiles files = folder.files();
    return files.get(
        id.hex() + "." + kind.extension(),
        out ->
            readers.make(
                Client.named(client.name()),
                Lifecycle.of(getServletContext()).running(),
                Exchange.of(request),
                Optional.empty(),
                "dump of version " + version,
                budget -> {
                  DataVersions versions = readers.versions();
                  try (Snapshot snapshot = versions.open(version, budget);
                      OutputStream packed = kind.packing().pack(out)) {
                    Files.createDirectories(files.folder());
                    // A whole version takes the time that it takes; only an operator ends it.
                    new Dump(kind.format(), files.folder())
                        .write(
                            snapshot,
                            () -> {
                              if (budget.stopped().isPresent()) {
                                budget.check();
                              }
                            },
                            packed);
                    return version;
                  }
                }));
  }
}
