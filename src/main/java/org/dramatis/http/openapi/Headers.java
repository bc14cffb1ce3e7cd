package org.dramatis.http.openapi;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.query.warning.Warning;

/** The headers that tell something of an answer. */
final class Headers {

  private static final String CACHE = "Cache-Control";
  private static final String TAG = "ETag";
  private static final String LINK = "Link";
  private static final String LOCATION = "Location";
  private static final String RETRY = "Retry-After";
  private static final String ROWS = "Dramatis-Rows";
  private static final String TRUNCATED = "Dramatis-Truncated";

  /** Those of every answer. */
  static final List<String> EVERYWHERE = List.of(Exchange.ID_HEADER, CACHE);

  /** Those of an answer from the data. */
  static final List<String> DATA =
      List.of(
          DataVersions.NUMBER,
          DataVersions.ID,
          TAG,
          CACHE,
          LINK,
          Warning.HEADER,
          Exchange.ID_HEADER);

  /** Those of the answer to a query. */
  static final List<String> ANSWER =
      List.of(
          DataVersions.NUMBER,
          DataVersions.ID,
          TAG,
          CACHE,
          LINK,
          ROWS,
          TRUNCATED,
          Warning.HEADER,
          Exchange.ID_HEADER);

  /** Those of an answer that leads elsewhere. */
  static final List<String> ELSEWHERE =
      List.of(LOCATION, DataVersions.NUMBER, DataVersions.ID, CACHE, Exchange.ID_HEADER);

  /** Those of something that is there now. */
  static final List<String> WRITTEN =
      List.of(LOCATION, DataVersions.NUMBER, DataVersions.ID, TAG, CACHE, Exchange.ID_HEADER);

  /** Those of an error. */
  static final List<String> PROBLEM = List.of(RETRY, Exchange.ID_HEADER);

  private Headers() {}

  static JsonObject refs(List<String> names) {
    Members members = Members.none();
    names.forEach(name -> members.with(name, Members.of("$ref", "#/components/headers/" + name)));
    return members.json();
  }

  /** All of them, described. */
  static Members named() {
    return Members.none()
        .with(DataVersions.NUMBER, of("The number of the version of the data.", Schemas.integer(0)))
        .with(
            DataVersions.ID,
            of("What the version is called wherever a copy of it is.", Schemas.text()))
        .with(
            TAG,
            of("Stays the same as long as the answer; send it as If-None-Match.", Schemas.text()))
        .with(CACHE, of("How long the answer may be kept.", Schemas.text()))
        .with(
            LINK,
            of(
                "The next and other pages, other versions, and what describes the service.",
                Schemas.text()))
        .with(LOCATION, of("Where it is.", Schemas.text("uri-reference")))
        .with(ROWS, of("How many rows the answer has.", Schemas.integer(0)))
        .with(TRUNCATED, of("There are more rows than were asked for.", Schemas.text()))
        .with(
            Warning.HEADER,
            of("What is odd about the request, although it was answered.", Schemas.text()))
        .with(Exchange.ID_HEADER, of("The request, for questions to the operator.", Schemas.text()))
        .with(RETRY, of("After how many seconds it is worth asking again.", Schemas.integer(0)));
  }

  private static Members of(String description, JsonObject schema) {
    return Members.of("description", description).with("schema", schema);
  }
}
