package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Comparison;
import org.dramatis.citation.Result;
import org.dramatis.model.Version;

/** Two answers to one query, compared, as a page. */
public record ComparisonPage(
    CitedQuery query, Optional<String> published, Version one, Version other, Comparison comparison)
    implements Page {

  /**
   * One of the two.
   *
   * @param recorded whether it is what was cited
   */
  public record Side(Link version, Result result, String recorded) {}

  /** Rows that only one of them has. */
  public record Only(String title, Comparison.Rows rows) {}

  @Override
  public String title() {
    return published.orElse("A cited query") + ", compared";
  }

  /** What came out. */
  public String verdict() {
    if (comparison.isSame()) {
      return "The same answer";
    }
    return comparison.isOnlyOrder() ? "The same rows in another order" : "Another answer";
  }

  /** Both of them. */
  public List<Side> sides() {
    return List.of(side(one, comparison.before()), side(other, comparison.after()));
  }

  private Side side(Version version, Result result) {
    String recorded =
        query
            .pin(version)
            .map(pin -> pin.result().equals(result.hash()) ? "yes" : "no: it was " + pin.result())
            .orElse("was not cited");
    return new Side(new Link(query.path(version), version.toString()), result, recorded);
  }

  /** What one of them has and the other lacks. */
  public List<Only> differences() {
    return comparison.isSame() || comparison.isOnlyOrder()
        ? List.of()
        : List.of(
            new Only("Only in version " + one, comparison.removed()),
            new Only("Only in version " + other, comparison.added()));
  }
}
