package org.dramatis.http.published;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.model.Version;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.FollowedTerms;
import org.dramatis.store.Snapshot;

/**
 * Finds what stands for the values of a query in the version that is asked.
 *
 * @param readers where versions are read
 */
record Following(Readers readers) {

  /**
   * The values as they are to be asked for. What was merged stays so, so that an older version is
   * looked into only where the newest one knows of something that was.
   */
  FollowedTerms of(Map<Var, Node> terms, Version version, Client client, HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    FollowedTerms now;
    try (Snapshot newest = readers.versions().history().store().open()) {
      now = FollowedTerms.of(terms, newest.dataset());
      if (!now.differ() || newest.version().equals(version)) {
        return now;
      }
    }
    return readers.read(
        client,
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Optional.empty(),
        request.getRequestURI(),
        version,
        (snapshot, _) -> FollowedTerms.of(terms, snapshot.dataset()));
  }
}
