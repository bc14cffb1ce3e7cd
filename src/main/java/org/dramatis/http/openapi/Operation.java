package org.dramatis.http.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What can be asked at an address by a method.
 *
 * @param id what programs call it
 * @param tags what it belongs to
 * @param fields what is sent with the address
 * @param body what is sent behind it, if something is
 * @param successes how it is answered
 */
record Operation(
    String path,
    Method method,
    String id,
    String summary,
    String description,
    List<String> tags,
    List<Field> fields,
    Optional<Body> body,
    List<Success> successes) {

  /** The methods that are described; HEAD goes with GET. */
  enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  /**
   * What is sent behind a request.
   *
   * @param contents the forms it may have
   */
  record Body(String description, List<Content> contents) {
    private JsonObject json() {
      return Members.of("description", description)
          .with("required", true)
          .with("content", Content.json(contents))
          .json();
    }
  }

  /** Something that is asked by GET, and answered with status 200. */
  static Operation get(
      String path, String id, String summary, String tag, List<Field> fields, Success success) {
    return new Operation(
        path,
        Method.GET,
        id,
        summary,
        summary,
        List.of(tag),
        fields,
        Optional.empty(),
        List.of(success));
  }

  /** Something that is posted, and answered with status 200. */
  static Operation post(
      String path,
      String id,
      String summary,
      String tag,
      List<Field> fields,
      Body body,
      Success... successes) {
    return new Operation(
        path,
        Method.POST,
        id,
        summary,
        summary,
        List.of(tag),
        fields,
        Optional.of(body),
        List.of(successes));
  }

  /** The same with more words. */
  Operation saying(String words) {
    return new Operation(path, method, id, summary, words, tags, fields, body, successes);
  }

  /** The key of the method in the document. */
  String key() {
    return method.name().toLowerCase(Locale.ROOT);
  }

  JsonObject json() {
    Members members =
        Members.of("operationId", id)
            .with("summary", summary)
            .with("description", description)
            .withTexts("tags", tags)
            .withAll("parameters", fields.stream().map(Field::reference).toList())
            .with("requestBody", body.map(Body::json));
    if (tags.contains(Tags.WRITING)) {
      members.withAll(
          "security", List.of(Members.none().withTexts(OpenApiDocument.BEARER, List.of()).json()));
    }
    Members responses = Members.none();
    successes.forEach(
        success -> responses.with(Integer.toString(success.status()), success.reference()));
    ProblemResponses.refs(responses);
    return members.with("responses", responses).json();
  }
}
