package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.dramatis.cli.SampleProject.Run;
import org.junit.jupiter.api.Test;

/** Queries that an operator adds are as good as those of the project, or nothing is served. */
class OwnQueriesIT extends WithProject {

  private static final String OWN =
      """
      #+ summary: How long names are
      #+ description: One name a row.
      #+ defaults:
      #+   - least: 2
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?name WHERE { ?thing rdfs:label ?name FILTER (STRLEN(?name) >= ?_least_integer) }
      ORDER BY STR(?name)
      """;

  private String own() {
    return "--queries=" + folder.resolve("own");
  }

  private Run refused(String... options) {
    return project.run(
        Stream.concat(Stream.of("serve", "--port=0"), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void allThatIsWrongWithThemIsToldByFileLineAndReasonAndTheStartIsRefused() throws IOException {
    project.write("own/names/long.rq", OWN.replace("FILTER (", "FILTER "));
    project.write("own/names/typed.rq", OWN.replace("least: 2", "least: two"));
    project.write("own/names/keyed.rq", OWN.replace("summary", "sumary"));
    project.write("own/Names/capital.rq", OWN);
    project.write("own/names/fine.rq", OWN);

    Run run = refused(own());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    String at = folder.resolve("own").toString();
    assertThat(run.err())
        .contains(at + "/names/long.rq:6")
        .contains(at + "/names/typed.rq:1")
        .contains("'two' is not an integer")
        .contains(at + "/names/keyed.rq:1")
        .contains("unknown decorator 'sumary'")
        .contains(at + "/Names/capital.rq")
        .doesNotContain("fine.rq");
  }

  @Test
  void noneTakesThePlaceOfOneOfTheProject() throws IOException {
    Path file = project.write("own/music/songs.rq", OWN);

    Run run = refused(own());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(file.toString())
        .contains("has the topic and the name of " + project.path("queries/music/songs.rq"));
  }

  @Test
  void aFolderThatIsNotThereIsToldByTheNameOfTheSetting() {
    Run run = refused(own());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "dramatis: queries: the folder %s is missing or cannot be read%n"
                .formatted(folder.resolve("own")));
  }

  @Test
  void theyArePagesAddressesOperationsAndToolsLikeThoseOfTheProject() throws Exception {
    project.write("own/names/long.rq", OWN);
    project.write("own/names/.long.rq", "left behind by an editor");
    try (ServerProcess server = ServerProcess.start(folder, own())) {
      assertThat(server.nextComplaint()).endsWith(folder.resolve("own") + ": 2");
      assertThat(server.get("/queries/names/long.csv?least=4").body())
          .isEqualTo("name\r\nAnn sings\r\nperson\r\n");
      assertThat(server.get("/queries/names/long.csv?least=x").statusCode()).isEqualTo(400);
      assertThat(server.get("/queries").body())
          .contains("names/long", "music/songs", "How long names are");
      assertThat(
              JSON.parse(server.get("/openapi.json").body())
                  .getObj("paths")
                  .getObj("/queries/names/long")
                  .getObj("get")
                  .getString("summary"))
          .isEqualTo("How long names are");
      assertThat(
              server
                  .postJson(
                      "/mcp",
                      """
                      {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params":
                        {"name": "run_query", "arguments":
                          {"name": "names/long", "parameters": {"least": 4}}}}
                      """)
                  .body())
          .contains("Ann sings");
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aFolderMayBeALinkToAnother() throws Exception {
    project.write("elsewhere/names/long.rq", OWN);
    Files.createSymbolicLink(folder.resolve("own"), folder.resolve("elsewhere"));

    assertThat(project.run("query", own(), "long", "--param=least=4", "--format=csv"))
        .isEqualTo(new Run(0, "name\r\nAnn sings\r\nperson\r\n", ""));
  }

  @Test
  void theirAnswersAreHeldAgainstThoseThatAreExpected() throws IOException {
    project.write("own/names/long.rq", OWN);
    project.write("own/names/long.csv", "name\nAnn\nAnn sings\nperson\n");
    project.write(
        "own/names/any.rq",
        OWN.replaceFirst("(?s)SELECT.*", "ASK { ?_least_iri ?p ?o }").replace("2", "x:nobody"));
    project.write("own/names/any.json", "{\"head\": {}, \"boolean\": false}");
    project.write(
        "own/names/statements.rq",
        OWN.replaceFirst("(?s)SELECT.*", "CONSTRUCT WHERE { ?_least_iri rdfs:label ?o }")
            .replace("2", "x:nobody"));
    project.write("own/names/statements.ttl", "");
    assertThat(project.run("check", own()).exitCode()).isZero();

    Path file = project.write("own/names/long.csv", "name\nAnn sings\nAnn\nperson\n");
    project.write("own/names/any.json", "{\"head\": {}, \"boolean\": true}");
    project.write("own/names/statements.ttl", "<x:a> <x:b> <x:c> .");
    Run run = project.run("check", own());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(file + ": is not what the query answers", "any.json", "statements.ttl");

    project.write("own/names/any.json", "{");
    project.write("own/names/statements.ttl", "<x:a> <x:b>");
    assertThat(project.run("check", own()).err())
        .contains("any.json: cannot be read", "statements.ttl: cannot be read");
  }

  @Test
  void theyAreAskedAndCheckedWithoutAServer() throws IOException {
    project.write("own/names/long.rq", OWN);
    assertThat(project.run("query", own(), "names/long", "--format=csv").out())
        .isEqualTo("name\r\nAnn\r\nAnn sings\r\nperson\r\n");
    assertThat(project.run("query", own(), "music/songs", "--format=csv").out())
        .isEqualTo("name\r\nAnn\r\n");

    assertThat(project.run("check").out()).startsWith("checked 3 files: ");
    assertThat(project.run("check", own()).out()).startsWith("checked 4 files: ");
    project.write("own/names/typed.rq", OWN.replace("least: 2", "least: two"));
    Run run = project.run("check", own());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("typed.rq:1");
  }
}
