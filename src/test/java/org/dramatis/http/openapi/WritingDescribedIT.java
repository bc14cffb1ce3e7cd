package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Test;

/** What programs are told of writing, done as it is told. */
class WritingDescribedIT extends WithWritableServer {

  /** Each finds what those before it have left. */
  private static final List<String> ORDER =
      List.of(
          "putGraph",
          "addToGraph",
          "getGraph",
          "update",
          "release",
          "deleteGraph",
          "addDump",
          "changeIdentity",
          "putDump");

  private Map<String, Described> writing(String text) {
    JsonObject document = JSON.parse(text);
    return Described.all(document)
        .filter(operation -> operation.operation().hasKey("security"))
        .collect(Collectors.toMap(Described::id, Function.identity()));
  }

  private String text() throws Exception {
    return server.anonymous("GET", "/openapi.json", "").body();
  }

  @Test
  void nothingIsToldOfItWhereNobodyMay() throws Exception {
    assertThat(writing(ProjectServer.server().get("/openapi.json").body())).isEmpty();
  }

  @Test
  void aLibraryFindsNothingToComplainOf() throws Exception {
    assertThat(new OpenAPIV3Parser().readContents(text()).getMessages()).isEmpty();
  }

  @Test
  void whoHasNoTokenIsRefused() throws Exception {
    for (Described operation : writing(text()).values()) {
      Described.Example example = operation.examples().getFirst();
      HttpResponse<String> response =
          server.anonymous(
              operation.method(),
              example.address(),
              example.body().map(Described.Body::text).orElse(""),
              "Content-Type",
              example.body().map(Described.Body::mediaType).orElse("text/turtle"));
      assertThat(response.statusCode()).as(operation.id()).isEqualTo(401);
    }
  }

  @Test
  void everyExampleIsDoneWithAStatusThatIsPromised() throws Exception {
    Map<String, Described> operations = writing(text());
    assertThat(operations.keySet()).isEqualTo(Set.copyOf(ORDER));
    for (String id : ORDER) {
      Described operation = Objects.requireNonNull(operations.get(id));
      List<Described.Example> examples = operation.examples();
      // With all that may be given, which the graph of a change has to be.
      Described.Example example = examples.getLast();
      HttpResponse<String> response =
          server.with(
              WritableServer.WRITER,
              operation.method(),
              example.address(),
              example.body().map(Described.Body::text).orElse(""),
              "Content-Type",
              example.body().map(Described.Body::mediaType).orElse("text/turtle"));
      assertThat(response.statusCode()).as(id + response.body()).isIn(operation.successes());
      assertThat(operation.headers(response.statusCode()))
          .as(id)
          .containsAll(
              response.headers().map().containsKey("location") ? List.of("Location") : List.of())
          .contains("Dramatis-Version");
    }
  }

  @Test
  void aNameThatWasGivenIsFoundInEveryFormThatIsPromised() throws Exception {
    JsonObject document = JSON.parse(text());
    Described writing = Objects.requireNonNull(writing(text()).get("putGraph"));
    server.with(
        WritableServer.WRITER,
        "PUT",
        writing.examples().getLast().address(),
        writing.examples().getLast().body().orElseThrow().text(),
        "Content-Type",
        writing.examples().getLast().body().orElseThrow().mediaType());
    Described giving = Objects.requireNonNull(writing(text()).get("release"));
    String address = giving.examples().getFirst().address();
    HttpResponse<String> given = server.with(WritableServer.WRITER, "PUT", address, "");
    assertThat(given.statusCode()).as(given.body()).isIn(giving.successes());
    Described finding =
        Described.all(document)
            .filter(operation -> operation.id().equals("releaseOfName"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.hasAddress(address)).isTrue();
    for (String accept : finding.mediaTypes(200)) {
      HttpResponse<String> response = server.anonymous("GET", address, "", "Accept", accept);
      assertThat(response.statusCode()).as(accept).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(accept);
    }
  }
}
