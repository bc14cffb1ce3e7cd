package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.dramatis.citation.CitedQuery;
import org.dramatis.model.Version;

/**
 * A cited query as a page.
 *
 * @param published the title of the published query that it is, if it is one
 * @param newest version of the data
 */
public record CitedQueryPage(CitedQuery query, Optional<String> published, Version newest)
    implements Page {

  @Override
  public String title() {
    return published.orElse("A cited query");
  }

  /** A button that cites the answer from the newest version, unless that was done. */
  public Optional<CiteForm> cite() {
    return query.pin(newest).isEmpty() ? Optional.of(cite(query, newest)) : Optional.empty();
  }

  static CiteForm cite(CitedQuery query, Version version) {
    return CiteForm.of(
        query.normal(),
        List.of(),
        List.of(),
        version.toString(),
        "Cite the answer from version " + version);
  }
}
