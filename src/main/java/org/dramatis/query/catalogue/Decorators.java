package org.dramatis.query.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the head of a query file says about the query, in grlc's decorators.
 *
 * @param summary the title: one line that asks the question
 * @param description what the answer holds, and what to know about it
 * @param tags words to find it by
 * @param defaults values of parameters that hold when nobody gives others
 * @param enumerate the values that parameters may have; none listed means those that the data has
 * @param pagination the rows of a page, if the answer comes in pages
 * @param method the only method by which it is asked over HTTP, if not by both GET and POST
 */
public record Decorators(
    String summary,
    String description,
    List<String> tags,
    Map<String, String> defaults,
    Map<String, List<String>> enumerate,
    OptionalInt pagination,
    Optional<Method> method) {

  /** A method by which queries are asked. */
  public enum Method {
    GET,
    POST
  }
}
