package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.PublishedQuery;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks the live server every published query and compares the answer with the expected one beside
 * the query. With {@code -Ddramatis.accept=true} the answers are written down instead; read the
 * difference before you commit it.
 */
class PublishedQueriesIT {

  private static final boolean ACCEPT = Boolean.getBoolean("dramatis.accept");
  private static final Path FOLDER = ProjectServer.PROJECT.resolve("queries");

  @TestFactory
  Stream<DynamicTest> everyPublishedQueryAnswersAsExpected() {
    return ProjectServer.catalogue().queries().stream()
        .map(query -> DynamicTest.dynamicTest(query.path(), () -> check(query)));
  }

  @Test
  void everyExpectedAnswerBelongsToAQuery() throws IOException {
    Set<Path> known =
        ProjectServer.catalogue().queries().stream()
            .flatMap(query -> Stream.of(FOLDER.resolve(query.path() + ".rq"), expected(query)))
            .collect(Collectors.toSet());
    try (Stream<Path> tree = Files.walk(FOLDER)) {
      List<Path> orphans =
          tree.filter(Files::isRegularFile).filter(file -> !known.contains(file)).toList();
      assertThat(orphans).as("files that are no query and no query's expected answer").isEmpty();
    }
  }

  @Test
  void thereIsAQueryOfEveryForm() {
    assertThat(ProjectServer.catalogue().queries())
        .hasSizeGreaterThanOrEqualTo(50)
        .extracting(query -> extension(query.query()))
        .contains("csv", "json", "ttl");
    assertThat(ProjectServer.catalogue().queries())
        .allMatch(query -> query.unaided().isPresent(), "runs without anybody giving a value");
  }

  private static void check(PublishedQuery query) throws IOException, InterruptedException {
    String address = "/queries/%s.%s".formatted(query.path(), extension(query.query()));
    HttpResponse<String> response = ProjectServer.server().get(address);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    if (ACCEPT) {
      Files.writeString(expected(query), response.body().replace("\r\n", "\n"));
    }
    assertThat(expected(query)).as("the expected answer").isRegularFile();
    compare(query, response.body(), Files.readString(expected(query)));
  }

  private static void compare(PublishedQuery query, String actual, String expected)
      throws IOException {
    switch (extension(query.query())) {
      case "json" -> assertThat(JSON.parse(actual)).isEqualTo(JSON.parse(expected));
      case "ttl" ->
          assertThat(
                  Graphs.read(actual, Lang.TURTLE)
                      .isIsomorphicWith(Graphs.read(expected, Lang.TURTLE)))
              .as("the answer is the expected graph, but is:%n%s", actual)
              .isTrue();
      default -> {
        String normalized = actual.replace("\r\n", "\n");
        if (query.query().hasOrderBy()) {
          assertThat(normalized).isEqualTo(expected.replace("\r\n", "\n"));
        } else {
          assertThat(records(normalized))
              .containsExactlyInAnyOrderElementsOf(records(expected.replace("\r\n", "\n")));
        }
      }
    }
  }

  private static List<List<String>> records(String csv) throws IOException {
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  private static Path expected(PublishedQuery query) {
    return FOLDER.resolve(query.path() + "." + extension(query.query()));
  }

  private static String extension(Query query) {
    return switch (query.queryType()) {
      case SELECT -> "csv";
      case ASK -> "json";
      default -> "ttl";
    };
  }
}
