package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.query.catalogue.PublishedQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The document tells what the server does: each request that it shows is sent to one. */
class OpenApiIT {

  private static final String PATH = "/openapi.json";
  private static final TestServer SERVER = ProjectServer.server();

  private static String text = "";
  private static JsonObject document = new JsonObject();

  @BeforeAll
  static void read() throws IOException, InterruptedException {
    text = SERVER.get(PATH).body();
    document = JSON.parse(text);
  }

  @Test
  void aLibraryFindsNothingToComplainOf() {
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    assertThat(result.getOpenAPI().getPaths()).hasSameSizeAs(document.getObj("paths").keys());
  }

  @Test
  void everyPublishedQueryIsAnOperationOfItsOwn() {
    List<Described> operations = Described.all(document).toList();
    for (PublishedQuery query : ProjectServer.catalogue().queries()) {
      assertThat(operations)
          .filteredOn(operation -> operation.path().equals("/queries/" + query.path()))
          .singleElement()
          .satisfies(operation -> {
            assertThat(operation.method()).isEqualTo("GET");
            assertThat(operation.operation().getString("summary")).isEqualTo(query.title());
            assertThat(operation.operation().getString("description"))
                .isEqualTo(query.description());
          });
    }
    assertThat(operations).extracting(Described::id).doesNotHaveDuplicates();
  }

  @Test
  void aValueOfTheWrongTypeIsAnsweredWithAProblemThatIsDescribed()
      throws IOException, InterruptedException {
    List<Described> operations =
        Described.all(document).filter(operation -> !operation.badAddresses().isEmpty()).toList();
    assertThat(operations).hasSizeGreaterThan(20);
    for (Described operation : operations) {
      for (String address : operation.badAddresses()) {
        HttpResponse<String> response = SERVER.get(address);
        assertThat(response.statusCode()).as(address).isEqualTo(400);
        assertThat(type(response)).isEqualTo("application/problem+json");
        operation.validate(400, type(response), response.body());
      }
    }
  }

  @Test
  void everyExampleOfAProblemIsOneThatTheSchemaKnows() {
    JsonObject responses = document.getObj("components").getObj("responses");
    List<String> examples = new ArrayList<>();
    responses.forEach((_, response) -> {
      JsonObject content = response.getAsObject().getObj("content");
      if (content.hasKey("application/problem+json")
          && content.getObj("application/problem+json").hasKey("examples")) {
        content
            .getObj("application/problem+json")
            .getObj("examples")
            .forEach((_, example) -> examples.add(example.getAsObject().get("value").toString()));
      }
    });
    assertThat(examples).hasSizeGreaterThan(10);
    JsonObject problem = document.getObj("components").getObj("schemas").getObj("Problem");
    examples.forEach(example -> Described.validate(document, problem, example));
  }

  @Test
  void itIsKeptAsLongAsItStaysTheSame() throws IOException, InterruptedException {
    HttpResponse<String> first = SERVER.get(PATH, "Origin", "https://example.org");
    assertThat(type(first)).isEqualTo("application/json");
    assertThat(TestServer.header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(TestServer.header(first, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(TestServer.header(first, "Dramatis-Version")).isNotEmpty();
    String tag = TestServer.header(first, "ETag");
    assertThat(SERVER.get(PATH, "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<String> head = SERVER.head(PATH);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(TestServer.header(head, "ETag")).isEqualTo(tag);
    assertThat(type(SERVER.get(PATH, "Accept", "application/openapi+json")))
        .isEqualTo("application/openapi+json");
    assertThat(SERVER.method("POST", PATH).statusCode()).isEqualTo(405);
  }

  @Test
  void theFirstPageAndTheDescriptionOfTheServiceLeadThere()
      throws IOException, InterruptedException {
    assertThat(SERVER.get("/", "Accept", "text/html").body()).contains("href=\"/openapi.json\"");
    for (String path : List.of("/", "/sparql", "/.well-known/void", "/queries")) {
      assertThat(SERVER.get(path, "Accept", "*/*").headers().allValues("Link"))
          .as(path)
          .anyMatch(link -> link.startsWith("</openapi.json>; rel=\"service-desc\""));
    }
  }

  /** Links to other data, of which the project has none of its own. */
  private static final String OF_WHAT_NOBODY_HAS_LOADED = "/queries/links/matches";

  /** No version of the project has a name; one that is given is tried by those who may write. */
  private static final String OF_A_NAME = "/releases/{name}";

  @TestFactory
  Stream<DynamicTest> everyExampleIsAnsweredWithAStatusAndAMediaTypeThatArePromised() {
    return Described.all(document)
        .filter(operation -> !operation.path().equals(OF_A_NAME))
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check(operation)));
  }

  private static void check(Described operation) throws IOException, InterruptedException {
    Set<String> unseen = new HashSet<>();
    operation.successes().forEach(status -> unseen.addAll(operation.mediaTypes(status)));
    List<Described.Example> examples = examples(operation);
    assertThat(examples).as("examples, or a link that leads there").isNotEmpty();
    for (Described.Example example : examples) {
      HttpResponse<String> plain = send(example, operation, "*/*");
      assertThat(plain.statusCode()).as(plain.body()).isIn(operation.successes());
      unseen.remove(assertPromised(operation, plain));
      for (String accept : List.copyOf(unseen)) {
        HttpResponse<String> response = send(example, operation, accept);
        if (response.statusCode() == 406) {
          // The other kind of answer has that form.
          assertThat(type(response)).isEqualTo("application/problem+json");
        } else {
          assertThat(response.statusCode()).as(response.body()).isIn(operation.successes());
          unseen.remove(assertPromised(operation, response));
        }
      }
    }
    assertThat(unseen).as("media types that are promised and never seen").isEmpty();
  }

  /** Those that are shown; what has to be made first is where it then is said to be. */
  private static List<Described.Example> examples(Described operation)
      throws IOException, InterruptedException {
    List<Described.Example> examples = new ArrayList<>(operation.examples());
    if (examples.isEmpty()) {
      for (Described making : Described.all(document).filter(OpenApiIT::makes).toList()) {
        HttpResponse<String> made = send(making.examples().getFirst(), making, "*/*");
        String address = TestServer.header(made, "Location");
        if (operation.hasAddress(address)) {
          examples.add(new Described.Example(address, Optional.empty()));
        }
      }
    }
    return examples;
  }

  private static boolean makes(Described operation) {
    return operation.successes().contains(201);
  }

  /** Those who follow are never done, so that of them only the headers are asked. */
  private static HttpResponse<String> send(
      Described.Example example, Described operation, String accept)
      throws IOException, InterruptedException {
    if (example.body().isPresent()) {
      Described.Body body = example.body().get();
      return SERVER.post(example.address(), body.mediaType(), body.text(), "Accept", accept);
    }
    assertThat(operation.method()).isEqualTo("GET");
    return accept.equals("text/event-stream")
        ? SERVER.head(example.address(), "Accept", accept)
        : SERVER.get(example.address(), "Accept", accept);
  }

  private static String type(HttpResponse<?> response) {
    return TestServer.header(response, "Content-Type").replaceFirst(";.*", "");
  }

  /** The media type, after everything about the answer was found to be as it is described. */
  private static String assertPromised(Described operation, HttpResponse<String> response) {
    int status = response.statusCode();
    String type = type(response);
    if (operation.mediaTypes(status).isEmpty()) {
      assertThat(response.body()).isEmpty();
    } else {
      assertThat(type).isIn(operation.mediaTypes(status));
    }
    assertThat(operation.headers(status)).contains("X-Request-Id", "Cache-Control");
    assertThat(TestServer.header(response, "X-Request-Id")).isNotEmpty();
    assertThat(TestServer.header(response, "Cache-Control")).isNotEmpty();
    List<String> unsaid =
        response.headers().map().keySet().stream()
            .filter(name -> name.startsWith("dramatis-") || name.equals("location"))
            .filter(name -> operation.headers(status).stream().noneMatch(name::equalsIgnoreCase))
            .toList();
    assertThat(unsaid).as("headers that are not described").isEmpty();
    // Whatever is described is also read.
    if (!operation.path().equals(OF_WHAT_NOBODY_HAS_LOADED)) {
      assertThat(TestServer.header(response, "Dramatis-Warning")).isEmpty();
    }
    if (type.equals("application/json") || type.equals("application/sparql-results+json")) {
      operation.validate(status, type, response.body());
    }
    return type;
  }
}
