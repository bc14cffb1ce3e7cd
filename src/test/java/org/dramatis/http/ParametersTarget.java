package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dramatis.http.endpoint.Framing;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.SparqlOptions;
import org.dramatis.http.sparql.SparqlRequest;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.Documents;
import org.dramatis.http.write.GraphTarget;

/**
 * Reads bytes as the parts of a request that hold parameters, without a connection. The lines are
 * the query part of the address, Content-Type, Accept, the path and, to the end, the body.
 */
public final class ParametersTarget {

  private static final Negotiation<String> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>("json", "application/json"),
              new Negotiation.Offer<>("csv", "text/csv")));

  private ParametersTarget() {}

  /** Loads what reading needs, which would count as time that the first input takes. */
  public static void fuzzerInitialize() throws IOException {
    accept(new byte[0]);
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    accept(data.consumeRemainingAsBytes());
  }

  /** Reads one request in each of the ways in which requests are read. */
  public static void accept(byte[] data) throws IOException {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", 5);
    String[] parts = Arrays.copyOf(lines, 5);
    Arrays.fill(parts, lines.length, parts.length, "");
    String type = parts[1];
    Body body = body(type, parts[4]);
    assertThat(FORMS.choose(parts[2])).isNotNull();
    refusing(() -> Framing.check(request(parts[0], type, parts[3])));
    refusing(() -> SparqlOptions.of(Parameters.parse(parts[0], parts[4])));
    refusing(() ->
        assertThat(Parameters.parse(parts[0]).unread(Set.of("query", "timeout"))).isNotNull());
    refusing(() ->
        assertThat(SparqlRequest.read(request(parts[0], type, parts[3])).address("csv"))
            .startsWith("/sparql?"));
    refusing(() -> GraphTarget.of(request(parts[0], type, "/data" + parts[3])));
    refusing(() -> assertThat(Parameters.parse(parts[0], body.text()).values()).isNotNull());
    refusing(() -> assertThat(Documents.of(body, "/data", "http://example.org/")).isNotNull());
  }

  private static Body body(String contentType, String text) {
    String[] type = contentType.split(";", 2);
    return new Body(
        type[0].strip(),
        type.length > 1 ? type[1].strip() : "",
        text.getBytes(StandardCharsets.UTF_8));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException, RequestRefusedException;
  }

  /** The way in which an endpoint is told that a request is wrong. */
  private static void refusing(Step step) throws IOException {
    try {
      step.run();
    } catch (RequestRefusedException refused) {
      assertThat(refused.problem().detail()).isNotBlank();
    }
  }

  @SuppressWarnings("JdkObsolete") // The interface of servlets returns a StringBuffer.
  private static HttpServletRequest request(String query, String type, String path) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ParametersTarget.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> "GET";
                  case "getProtocol" -> "HTTP/1.1";
                  case "getQueryString" -> query;
                  case "getRequestURI" -> path;
                  case "getRequestURL" -> new StringBuffer("http://localhost" + path);
                  case "getHeader" -> arguments[0].equals("Content-Type") ? type : null;
                  case "getHeaders" -> Collections.emptyEnumeration();
                  case "getAttribute", "setAttribute" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
