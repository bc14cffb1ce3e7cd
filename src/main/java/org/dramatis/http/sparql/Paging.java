package org.dramatis.http.sparql;

import org.apache.jena.query.Query;
import org.dramatis.http.parameter.Versions;
import org.dramatis.model.Version;

/**
 * One page of the rows of an answer. All pages are of the version of the first, so that together
 * they are one answer.
 *
 * @param address of the same answer, with whatever else is said and without page and version; a
 *     question mark is in it
 * @param page from 1
 * @param size the rows of a page
 */
public record Paging(String address, long page, int size) {

  /** A query for the rows of this page, and one more if there are more. */
  public Query of(Query query) {
    Query paged = query.cloneQuery();
    long before = (page - 1) * size;
    long most = size + 1L;
    if (query.hasLimit()) {
      most = Math.clamp(query.getLimit() - before, 0, most);
    }
    paged.setOffset((query.hasOffset() ? query.getOffset() : 0) + before);
    paged.setLimit(most);
    return paged;
  }

  /**
   * Where the other pages are, as RFC 8288 has it.
   *
   * @param more whether a page follows
   */
  String links(Version version, boolean more) {
    StringBuilder links = new StringBuilder(link(1, version, "first"));
    if (page > 1) {
      links.append(", ").append(link(page - 1, version, "prev"));
    }
    if (more) {
      links.append(", ").append(link(page + 1, version, "next"));
    }
    return links.toString();
  }

  private String link(long number, Version version, String relation) {
    return "<%spage=%d&%s=%s>; rel=\"%s\""
        .formatted(address, number, Versions.PARAMETER, version, relation);
  }
}
