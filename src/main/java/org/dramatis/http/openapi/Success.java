package org.dramatis.http.openapi;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;

/**
 * An answer that is no error.
 *
 * @param headers the names of those that are described, each of which may be there
 * @param contents the forms it may have; none if it has no body
 * @param component under which name it is described once, if it is
 */
record Success(
    int status,
    String description,
    List<String> headers,
    List<Content> contents,
    Optional<String> component) {

  static Success ok(String description, List<String> headers, List<Content> contents) {
    return new Success(200, description, headers, contents, Optional.empty());
  }

  /** The same, described once for many operations under a name. */
  Success shared(String as) {
    return new Success(status, description, headers, contents, Optional.of(as));
  }

  /** It, or where it is described; what it holds is said in either case. */
  JsonObject reference() {
    return component
        .map(as ->
            Members.of("$ref", "#/components/responses/" + as)
                .with("description", description)
                .json())
        .orElseGet(this::json);
  }

  /** Its description. */
  JsonObject json() {
    Members members = Members.of("description", description).with("headers", Headers.refs(headers));
    if (!contents.isEmpty()) {
      members.with("content", Content.json(contents));
    }
    return members.json();
  }
}
