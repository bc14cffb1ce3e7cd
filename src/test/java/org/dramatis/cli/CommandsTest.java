package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dramatis.cli.SampleProject.Run;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends WithProject {

  private static final String LABELS =
      "SELECT ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY STR(?l)";

  @Test
  void aPublishedQueryIsAskedByNameAsATable() {
    Run run = project.run("query", "songs");

    assertThat(run).isEqualTo(new Run(0, "name\n----\nAnn\n(1 row)\n", ""));
    assertThat(project.run("query", "music/songs")).isEqualTo(run);
  }

  @Test
  void aValueTakesThePlaceOfTheDefault() {
    assertThat(project.run("query", "songs", "--param", "person=person:bob", "--format", "csv"))
        .isEqualTo(new Run(0, "name\r\n", ""));
  }

  @Test
  void aQueryIsAskedFromAFileAndFromStandardInput() throws IOException {
    Path file = project.write("mine.rq", LABELS);
    String expected = "l\r\nAnn\r\nAnn sings\r\nperson\r\n";

    assertThat(project.run("query", file.toString(), "--format=csv"))
        .isEqualTo(new Run(0, expected, ""));
    assertThat(project.runWith(LABELS, "query", "-", "--format=csv"))
        .isEqualTo(new Run(0, expected, ""));
  }

  @Test
  void aFileBesideTheCatalogueTakesValuesToo() throws IOException {
    Path file = project.write("mine.rq", "ASK { ?s ?p ?_label_en }");

    assertThat(project.run("query", file.toString(), "--param=label=Ann").out())
        .isEqualTo("true\n");
    assertThat(project.run("query", file.toString(), "--param=label=Bob").out())
        .isEqualTo("false\n");
    assertThat(project.run("query", file.toString()).out()).isEqualTo("true\n");
    assertThat(project.run("query", file.toString(), "--param=name=Ann").exitCode()).isEqualTo(2);
  }

  @Test
  void aPublishedFileKeepsItsDefaults() {
    assertThat(project.run("query", project.path("queries/music/songs.rq").toString()).out())
        .contains("Ann");
  }

  @ParameterizedTest
  @CsvSource({"ttl, a", "nt, <http", "jsonld, @id", "rdf, <rdf:RDF"})
  void aGraphComesInEveryGraphFormat(String format, String expected) {
    String query = "DESCRIBE <https://w3id.org/dramatis/claim/1>";

    Run run = project.runWith(query, "query", "-", "--format", format);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(expected);
    assertThat(project.runWith(query, "query", "-").out()).contains("PREFIX d:", "rdf:subject");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          2 | query nothing                      | no published query 'nothing'
          2 | query nothing.rq                   | no file nothing.rq
          2 | query songs --format nonsense      | no format 'nonsense'
          2 | query songs --format ttl           | cannot be written as Turtle
          2 | query songs --param person=x       | 'x' is not an IRI
          2 | query songs --param other=x        | parameter 'other'
          2 | query songs --time-limit soon      | 'soon' is not a number of seconds
          2 | query songs --time-limit 0         | time-limit: '0' is not a number of seconds
          2 | query                              | Missing required parameter
          2 | query songs more                   | more
          2 | query songs --nonsense             | --nonsense
          2 | serve --port 99999                 | port: '99999'
          2 | serve --port none                  | port: 'none' is not a number from 0 to 65535
          2 | serve --host nowhere.invalid       | no host 'nowhere.invalid'
          2 | check nowhere.ttl                  | nowhere.ttl: cannot be read
          2 | check nowhere.rq                   | nowhere.rq: cannot be read
          2 | check --text nowhere.txt           | nowhere.txt cannot be read
          2 | format nowhere.ttl                 | nowhere.ttl: cannot be read
          """)
  void misuseIsOneLineAndExitCodeTwo(int exitCode, String arguments, String expected) {
    assertOneLine(project.run(arguments.split(" ", -1)), exitCode, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT * { ?s ?p                        | standard input:1:17: the text ends
          SELECT * { SERVICE <http://x/> {} }     | SERVICE is not offered
          SELECT (<http://x/>(1) AS ?x) {}        | there is no function <http://x/>
          """)
  void aQueryThatIsNotFineIsOneLineAndExitCodeOne(String query, String expected) {
    assertOneLine(project.runWith(query, "query", "-"), 1, expected);
  }

  @Test
  void aQueryIsExplained() {
    Run run = project.runWith("SELECT * { ?s ?p ?o } LIMIT 2", "query", "-", "--explain");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("2 rows", "estimated", "slice", "pattern ?s ?p ?o");
  }

  @Test
  void anEmptyAnswerIsExplained() {
    String query = "SELECT * { ?s <http://example.org/none> ?o }";

    assertThat(project.runWith(query, "query", "-", "--why").out())
        .contains("matches nothing, by itself", "Hint: no statement has the predicate");
    assertThat(project.runWith(query, "query", "-", "--why", "--format", "json").out())
        .contains("\"empty\"");
    assertThat(project.runWith(query, "query", "-", "--why", "--explain").exitCode()).isEqualTo(2);
  }

  @Test
  void aQueryThatRunsOutOfTimePrintsNoAnswer() {
    String endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

    Run run = project.runWith(endless, "query", "-", "--time-limit=0.2");

    assertOneLine(run, 1, "time limit of 0.2 seconds");
    assertThat(run.out()).isEmpty();
  }

  private static void assertOneLine(Run run, int exitCode, String expected) {
    assertThat(run.err().lines()).singleElement().asString().contains(expected);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out().lines()).allMatch(line -> line.startsWith("checked "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"query songs", "check", "log", "serve --port 0"})
  void aFolderThatIsMissingIsOneLineAndExitCodeTwo(String arguments) throws IOException {
    Files.delete(project.path("seeds/songs.ttl"));
    Files.delete(project.path("seeds/order.txt"));
    Files.delete(project.path("seeds"));

    Run run = project.run(arguments.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).singleElement().asString().contains("seeds");
  }

  @Test
  void theLogListsTheVersions() {
    assertThat(project.run("log").out().lines())
        .singleElement()
        .asString()
        .matches("1\t20.*Z\tproject\t\\+18\t-0\tsha256:[0-9a-f]{64}\t.*songs.ttl");
    assertThat(project.run("log", "--json").out().lines())
        .singleElement()
        .asString()
        .contains("\"version\"")
        .contains("\"added\"");
  }

  @Test
  void versionTellsProgramAndJava() throws IOException {
    assertThat(project.runOutside("version").out().lines())
        .containsExactly("Dramatis " + Version.number(), "Java " + Runtime.version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve", "query", "check", "format", "log", "history", "diff", "release", "backup",
        "restore", "verify", "token", "version"
      })
  void everyCommandHasHelp(String command) {
    Run run = project.runOutside(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: dramatis " + command);
    assertThat(run.err()).isEmpty();
    assertThat(project.runOutside("--help").out()).contains("  " + command + " ");
  }

  @Test
  void aTokenIsPrintedOnceAndItsLineKeptForItsOwnerAlone() throws IOException {
    Path file = project.path("tokens");
    Run run =
        project.runOutside("token", "ann", "--write", "--graph", "x:g", "--tokens", "" + file);

    assertThat(run.exitCode()).isZero();
    String secret = run.out().strip();
    assertThat(Files.readString(file))
        .isEqualTo("ann read,write %s x:g\n".formatted(Sha256.of(secret)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(project.runOutside("token", "bob").out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("dramatis_"),
            line -> assertThat(line).matches("bob read sha256:[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "token ann --write",
        "token ann --graph x:g",
        "token ann --write --graph relative",
        "token a:b",
        "token ann --tokens /nowhere/tokens"
      })
  void aTokenThatCouldNotBeUsedIsNotMade(String arguments) {
    Run run = project.runOutside(arguments.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void tokensAreNotTakenWhereTheyCouldBeOverheard() throws IOException {
    Path file = project.path("tokens");
    project.runOutside("token", "ann", "--tokens", "" + file);

    Run run = project.run("serve", "--port=0", "--host=0.0.0.0", "--tokens=" + file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--tls-keystore").contains("--behind-proxy");
  }

  @Test
  void aServerWithAnUnusableFileOfTokensDoesNotStart() throws IOException {
    Path file = project.write("tokens", "# fine\nhalf a line\n");

    assertThat(project.run("serve", "--port=0", "--tokens=" + file).err()).contains("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Run run = project.run("serve", "--port=0", "--tokens=" + file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("tokens:2: ");
  }
}
