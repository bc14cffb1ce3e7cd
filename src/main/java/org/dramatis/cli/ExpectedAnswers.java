package org.dramatis.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Holds the answers of published queries against those that lie beside them, which makes a test of
 * each.
 *
 * @param folder where queries and answers are
 * @param runner asks the queries
 */
record ExpectedAnswers(Path folder, QueryRunner runner) {

  /** What is not as expected; a query without an expected answer expects nothing. */
  List<Problem> check(Catalogue catalogue) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (PublishedQuery query : catalogue.queries()) {
      Path file = folder.resolve(query.path() + "." + format(query).key());
      if (Files.isRegularFile(file)) {
        check(query, file, problems);
      }
    }
    return problems;
  }

  private void check(PublishedQuery query, Path file, List<Problem> problems) throws IOException {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      runner.run(
          query.with(Map.of()),
          (version, found) -> {
            AnswerWriter.write(found, format(query), answer);
            return version;
          });
      if (!same(query, answer.toString(StandardCharsets.UTF_8), Files.readString(file))) {
        problems.add(
            new Problem.Malformed(
                Place.of(file.toString()),
                "is not what the query answers",
                "read what './dramatis query %s --format %s' prints, and keep it if it is right"
                    .formatted(query.path(), format(query).key())));
      }
    } catch (JsonException | RiotException broken) {
      problems.add(
          new Problem.Malformed(
              Place.of(file.toString()),
              "cannot be read: " + broken.getMessage(),
              "write the answer of the query there"));
    } catch (QueryFailedException failed) {
      problems.add(
          new Problem.Malformed(
              Place.of(file.toString()),
              "is expected of a query that is not answered: " + failed.problem().message(),
              "give every parameter a default, or take the file away"));
    }
  }

  private static AnswerFormat format(PublishedQuery query) {
    return switch (query.query().queryType()) {
      case SELECT -> AnswerFormat.CSV;
      case ASK -> AnswerFormat.JSON;
      default -> AnswerFormat.TURTLE;
    };
  }

  private static boolean same(PublishedQuery query, String answer, String expected) {
    return switch (format(query)) {
      case JSON -> JSON.parse(answer).equals(JSON.parseAny(expected));
      case TURTLE -> graph(answer).isIsomorphicWith(graph(expected));
      default ->
          query.query().hasOrderBy()
              ? answer.lines().toList().equals(expected.lines().toList())
              : answer.lines().sorted().toList().equals(expected.lines().sorted().toList());
    };
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(turtle, Lang.TURTLE)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(graph);
    return graph;
  }
}
