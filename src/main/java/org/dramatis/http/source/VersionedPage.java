package org.dramatis.http.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.entity.Claims;
import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.AnswerCache;
import org.dramatis.http.answer.AnswerKey;
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
public abstract class VersionedPage extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final String TIMEOUT = "timeout";

  private final transient Readers readers;
  private final transient AnswerCache cache;

  VersionedPage(Pages pages) {
    super("GET", "HEAD");
    this.readers = pages.readers();
    this.cache = pages.cache();
  }

  /**
   * What these pages have in common.
   *
   * @param readers read the data
   * @param cache has the pages that were drawn before
   * @param conflicts finds disagreements
   */
  public record Pages(Readers readers, AnswerCache cache, Conflicts conflicts) {}

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
      LocalLinks links) {

    /** About what a claim takes in memory, as it is read and as it is drawn. */
    private static final int BYTES_OF_A_CLAIM = 6000;

    /** Reads the claims of the version; what they take in memory is paid for. */
    Claims claims() {
      return new Claims(
          dataset.getDefaultGraph(),
          () -> {
            budget.check();
            budget.charge(BYTES_OF_A_CLAIM);
          });
    }
  }

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
    LocalLinks links = ResourceAddress.links(version);
    AnswerKey key =
        new AnswerKey(
            version.version(),
            String.join(" ", path, parameters.toString(), links.query(), dependsOn()),
            List.of(),
            List.of(),
            "page",
            OptionalLong.empty());
    Delivery delivery = new Delivery(request, response, Optional.of(key.tag(version.tag())));
    if (delivery.sendNotModified(false)) {
      return;
    }
    Optional<StoredAnswer> known = cache.find(key);
    if (known.isPresent()) {
      delivery.send(known.get());
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
                      links);
              String text = Templates.html(page(made), context(request));
              return new StoredAnswer(
                  version.version(),
                  PageHeaders.ALL,
                  OptionalLong.empty(),
                  text.getBytes(StandardCharsets.UTF_8));
            });
    cache.put(key, answer);
    delivery.send(answer);
  }
}
