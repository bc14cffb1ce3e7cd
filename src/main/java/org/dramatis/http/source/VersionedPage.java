package org.dramatis.http.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.Templates;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.resource.ResourceAddress;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/** A page that is made of one version of the data, and stays the same for it. */
abstract class VersionedPage extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final String TIMEOUT = "timeout";

  private final transient Readers readers;

  VersionedPage(Readers readers) {
    super("GET", "HEAD");
    this.readers = readers;
  }

  /**
   * What a page is made of.
   *
   * @param path the path of the request
   * @param parameters what it wishes
   * @param snapshot the version
   * @param dataset the same, read within the budget
   * @param links lead to what stays in the version that was asked for
   */
  record Made(
      String path,
      Parameters parameters,
      Snapshot snapshot,
      DatasetGraph dataset,
      Budget budget,
      LocalLinks links) {}

  /** Makes the page. */
  abstract Page page(Made of) throws IOException, QueryFailedException, RequestRefusedException;

  /** What the page depends on beside the version and the address. */
  String dependsOn() {
    return "";
  }

  @Override
  protected Set<String> parameters(String method) {
    return Set.of(TIMEOUT, Versions.PARAMETER);
  }

  @Override
  protected final void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    Parameters parameters = Parameters.of(request);
    AskedVersion version = readers.versions().choose(Versions.of(parameters), request);
    version.tell(request, response);
    String path = request.getRequestURI();
    Delivery delivery =
        new Delivery(
            request,
            response,
            Optional.of(version.tag().of(path, parameters.toString(), dependsOn())));
    if (delivery.sendNotModified(false)) {
      return;
    }
    StoredAnswer answer =
        readers.read(
            client,
            Lifecycle.of(getServletContext()).running(),
            Exchange.of(request),
            parameters.seconds(TIMEOUT),
            "%s %s".formatted(request.getMethod(), path),
            version.version(),
            (snapshot, budget) -> {
              Made made =
                  new Made(
                      path,
                      parameters,
                      snapshot,
                      new BoundedDataset(snapshot.dataset(), budget),
                      budget,
                      ResourceAddress.links(version));
              String text = Templates.html(page(made), context(request));
              return new StoredAnswer(
                  version.version(),
                  PageHeaders.ALL,
                  OptionalLong.empty(),
                  text.getBytes(StandardCharsets.UTF_8));
            });
    delivery.send(answer);
  }
}
