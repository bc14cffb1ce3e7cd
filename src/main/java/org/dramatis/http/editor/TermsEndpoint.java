package org.dramatis.http.editor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.store.statistics.Counts;

/** The terms that a query can be made of, for the page on which one is written. */
public final class TermsEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = EditorEndpoint.PATH + "/terms";

  private final transient DataVersions versions;
  private final transient PerVersion<UsedTerms> terms;

  /** Tells what is used, as it is counted. */
  public TermsEndpoint(DataVersions versions, Counts counts) {
    super("GET", "HEAD");
    this.versions = versions;
    this.terms =
        new PerVersion<>(
            versions.history().store(),
            snapshot ->
                UsedTerms.of(counts.of(snapshot, () -> {}), snapshot.dataset().getDefaultGraph()));
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    UsedTerms used = terms.get();
    versions.tell(used.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    send(request, response, "application/json", used.json());
  }
}
