package org.dramatis.http.page;

import java.util.List;
import java.util.Map;

/**
 * Where the same is told in other ways.
 *
 * @param profiles by how much is told
 * @param formats as data
 */
public record Elsewhere(List<Link> profiles, List<Link> formats) {

  /** From addresses by their names. */
  static Elsewhere of(Map<String, String> profiles, Map<String, String> formats) {
    return new Elsewhere(links(profiles), links(formats));
  }

  private static List<Link> links(Map<String, String> named) {
    return named.entrySet().stream().map(each -> new Link(each.getValue(), each.getKey())).toList();
  }
}
