package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.dramatis.conformance.Manifest.Mf;

/** Tests of the two protocols, each a sequence of requests with the responses that are right. */
final class HttpTests {

  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final Property REQUESTS = ResourceFactory.createProperty(HT, "requests");
  private static final Property METHOD = ResourceFactory.createProperty(HT, "methodName");
  private static final Property PATH = ResourceFactory.createProperty(HT, "absolutePath");
  private static final Property BODY = ResourceFactory.createProperty(HT, "body");
  private static final Property HEADERS = ResourceFactory.createProperty(HT, "headers");
  private static final Property FIELD = ResourceFactory.createProperty(HT, "fieldName");
  private static final Property VALUE = ResourceFactory.createProperty(HT, "fieldValue");
  private static final Property RESPONSE = ResourceFactory.createProperty(HT, "resp");
  private static final Property CHARS = ResourceFactory.createProperty(CNT, "chars");
  private static final Property ENCODING = ResourceFactory.createProperty(CNT, "characterEncoding");

  private static final String CONTENT_TYPE = "content-type";

  private final SuiteFiles files;
  private final SuiteServer server;
  private final Map<String, String> placeholders = new HashMap<>();

  HttpTests(SuiteFiles files, SuiteServer server) {
    this.files = files;
    this.server = server;
  }

  /** Every request is answered as it should be, one after the other. */
  void run(W3cTest test) {
    server.show(UpdateTests.dataset(files, test.entry()));
    for (RDFNode request : items(test.action().asResource(), REQUESTS)) {
      HttpResponse<String> response = send(test, request.asResource());
      check(request.asResource().getPropertyResourceValue(RESPONSE), response);
    }
  }

  private static List<RDFNode> items(Resource of, Property property) {
    return Optional.ofNullable(of.getPropertyResourceValue(property))
        .map(list -> list.as(RDFList.class).asJavaList())
        .orElse(List.of());
  }

  private static Map<String, String> headers(Resource message) {
    Map<String, String> headers = new HashMap<>();
    for (RDFNode header : items(message, HEADERS)) {
      Resource field = header.asResource();
      headers.put(
          field.getProperty(FIELD).getString().toLowerCase(Locale.ROOT),
          field.getProperty(VALUE).getString());
    }
    return headers;
  }

  private HttpResponse<String> send(W3cTest test, Resource request) {
    Map<String, String> headers = headers(request);
    String path = filled(request.getProperty(PATH).getString());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.uri(here(test, path, headers.getOrDefault(CONTENT_TYPE, ""))))
            .method(request.getProperty(METHOD).getString(), body(request));
    headers.forEach(builder::header);
    return server.send(builder);
  }

  private BodyPublisher body(Resource request) {
    Resource body = request.getPropertyResourceValue(BODY);
    return body == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(
            filled(body.getProperty(CHARS).getString()),
            Charset.forName(body.getProperty(ENCODING).getString()));
  }

  /** What an earlier response named. */
  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
      filled = filled.replace(placeholder.getKey(), placeholder.getValue());
    }
    return filled;
  }

  /** The address here; the manifests ask to adapt it, and that of updates may be another. */
  private static String here(W3cTest test, String path, String contentType) {
    if (path.startsWith("/gsp")) {
      return path.replaceFirst("/gsp", "/data");
    }
    boolean updates =
        switch (contentType) {
          case "application/sparql-update" -> true;
          case "application/sparql-query" -> false;
          default -> test.id().contains("update");
        };
    return path.replaceFirst("/sparql/", updates ? "/update" : "/sparql");
  }

  private void check(Resource expected, HttpResponse<String> response) {
    String said = response.statusCode() + " " + response.headers() + " " + response.body();
    assertThat(expected.listProperties(Mf.EXPECTED_STATUS).toList())
        .as(said)
        .anyMatch(status -> isStatus(status, response.statusCode()));
    Statement location = expected.getProperty(Mf.EXPECTED_LOCATION);
    if (location != null) {
      placeholders.put(
          location.getString(), response.headers().firstValue("Location").orElseThrow());
    }
    String type = response.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    Map<String, String> headers = headers(expected);
    if (headers.containsKey(CONTENT_TYPE)) {
      assertThat(type).isEqualToIgnoringCase(headers.get(CONTENT_TYPE).replace(" ", ""));
    }
    Statement format = expected.getProperty(Mf.EXPECTED_FORMAT);
    if (format != null) {
      checkFormat(format.getString(), read(response.body(), type));
    }
    Statement truth = expected.getProperty(Mf.EXPECTED_BOOLEAN);
    if (truth != null) {
      assertThat(read(response.body(), type)).isEqualTo(new Results.Truth(truth.getBoolean()));
    }
    Resource body = expected.getPropertyResourceValue(BODY);
    if (body != null) {
      Results wanted =
          read(filled(body.getProperty(CHARS).getString()), headers.getOrDefault(CONTENT_TYPE, ""));
      assertThat(read(response.body(), type).sameAs(wanted, false)).as(said).isTrue();
    }
  }

  private static void checkFormat(String format, Results answer) {
    switch (format) {
      case "boolean" -> assertThat(answer).isInstanceOf(Results.Truth.class);
      case "tabular" -> assertThat(answer).isInstanceOf(Results.Rows.class);
      case "RDF" -> assertThat(answer).isInstanceOf(Results.Statements.class);
      default -> throw new IllegalArgumentException(format);
    }
  }

  private static Results read(String text, String contentType) {
    return Results.read(text, QueryTests.extension(contentType));
  }

  private static boolean isStatus(Statement expected, int actual) {
    String name = expected.getResource().getLocalName();
    return switch (name) {
      case "OK" -> actual == 200;
      case "Created" -> actual == 201;
      case "NoContent" -> actual == 204;
      case "NotFound" -> actual == 404;
      case "StatusCode2xx", "StatusCode3xx", "StatusCode4xx" ->
          actual / 100 == name.charAt("StatusCode".length()) - '0';
      default -> throw new IllegalArgumentException(name);
    };
  }
}
