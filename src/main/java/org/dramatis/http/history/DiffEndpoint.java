package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.dramatis.history.DiffText;
import org.dramatis.history.NetChange;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.DiffPage;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.Templates;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Outline;

/**
 * What changed between two versions: {@code /diff?from=3&to=7}. As RDF Patch and as JSON it is
 * whole; as RDF it comes in two parts, {@code part=added} and {@code part=deleted}.
 */
public final class DiffEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it stands. */
  public static final String PATH = "/diff";

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String PART = "part";

  /** The parameters that are read. */
  public static final Set<String> PARAMETERS =
      Set.of(FROM, TO, PART, HistoryForm.PARAMETER, Versions.PARAMETER, VersionReads.TIMEOUT);

  private static final String ADDED = "added";
  private static final String DELETED = "deleted";

  private final transient VersionReads reads;
  private final transient DataVersions versions;

  public DiffEndpoint(Readers readers) {
    super("GET", "HEAD");
    this.reads = new VersionReads(readers);
    this.versions = readers.versions();
  }

  @Override
  protected Set<String> parameters(String method) {
    return PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Optional<VersionName> toName = name(parameters, TO);
    Optional<VersionName> fromName = name(parameters, FROM);
    Version to =
        toName.isPresent() ? versions.find(toName.get()) : versions.history().store().version();
    Version from =
        fromName.isPresent()
            ? versions.find(fromName.get())
            : new Version(Math.max(0, to.number() - 1));
    Optional<String> part = part(parameters);
    HistoryForm.Plain[] whole = {
      HistoryForm.Plain.JSON, HistoryForm.Plain.PATCH, HistoryForm.Plain.PAGE
    };
    HistoryForm form =
        part.isPresent()
            ? HistoryForm.chooseGraph(request, whole)
            : HistoryForm.choose(request, whole);
    if (part.isPresent() != form instanceof HistoryForm.Described) {
      throw new RequestRefusedException(
          HttpProblem.notAcceptable(
                  "as RDF it comes in two parts, in any other form only as a whole")
              .hinting(
                  "add part=added or part=deleted to get RDF; or leave it out, and ask for"
                      + " application/rdf-patch, application/json or text/html"));
    }
    versions.tell(to, request, response);
    boolean lasts = fromName.isPresent() && toName.isPresent() && versions.isLasting();
    response.setHeader("Cache-Control", lasts ? "public, max-age=31536000, immutable" : "no-cache");
    Delivery delivery =
        new Delivery(
            request,
            response,
            Optional.of(reads.tag(to, PATH, from.toString(), part.orElse(""), form.toString())));
    if (delivery.sendNotModified(false)) {
      return;
    }
    Optional<StoredAnswer> answer =
        reads.read(
            request,
            response,
            to,
            budget -> {
              NetChange net =
                  NetChange.between(versions.history(), from, to, VersionReads.cost(budget));
              return write(net, form, part, budget, delivery, context(request));
            });
    if (answer.isPresent()) {
      delivery.send(answer.get());
    }
  }

  private Optional<StoredAnswer> write(
      NetChange net,
      HistoryForm form,
      Optional<String> part,
      Budget budget,
      Delivery delivery,
      PageContext context)
      throws IOException, QueryFailedException {
    Outline outline = versions.history().outline();
    return switch (form) {
      case HistoryForm.Described described ->
          reads.write(
              described,
              DiffText.graph(part.orElseThrow().equals(ADDED) ? net.added() : net.deleted()),
              net.to(),
              budget,
              delivery);
      case HistoryForm.Plain plain ->
          reads.write(
              plain.mediaType(),
              net.statements().size(),
              net.to(),
              budget,
              delivery,
              out -> {
                switch (plain) {
                  case PATCH -> DiffText.patch(net, out);
                  case PAGE -> Templates.write(new DiffPage(net), context, out);
                  case JSON, CSV ->
                      DiffText.json(net, outline.id(net.from()), outline.id(net.to()), out);
                }
              });
    };
  }

  private static Optional<VersionName> name(Parameters parameters, String which)
      throws RequestRefusedException {
    Optional<String> text = parameters.one(which);
    Optional<VersionName> name = text.flatMap(VersionName::parse);
    if (text.isPresent() && name.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'%s' is no version: %s".formatted(which, text.get()))
              .hinting("name it by its number, its identity or its release"));
    }
    return name;
  }

  private static Optional<String> part(Parameters parameters) throws RequestRefusedException {
    Optional<String> part = parameters.one(PART);
    if (part.isPresent() && !Set.of(ADDED, DELETED).contains(part.get())) {
      throw new RequestRefusedException(HttpProblem.badRequest("'part' is added or deleted"));
    }
    return part;
  }
}
