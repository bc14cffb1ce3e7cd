package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment of one's own names its data under its own base, and speaks the same vocabulary. */
class BaseIT {

  private static final String CANONICAL = "https://w3id.org/dramatis/";
  private static final String OWN = "https://names.example/of/tv/";
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  private record Run(int exitCode, String out, String err) {}

  private Path data() {
    return folder.resolve("data");
  }

  /** The real program, since one process has one base. */
  private Run run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddramatis.home=" + PROJECT,
                "-cp",
                System.getProperty("java.class.path"),
                "org.dramatis.Main"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended").isTrue();
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ServerProcess serve(String... more) throws IOException {
    return ServerProcess.start(
        PROJECT,
        Stream.concat(Stream.of("--data=" + data()), Stream.of(more)).toArray(String[]::new));
  }

  /** As a text of the project would be under the base of our own. */
  private static String renamed(String text) {
    return text.replaceAll(
        "\\Q" + CANONICAL + "\\E(id|source|claim|passage|release)\\b", OWN + "$1");
  }

  private static String ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void whatIsNoBaseIsRefusedByName() throws Exception {
    for (String bad : List.of("names.example/", "https://names.example/of", "https://x/?a=/", "")) {
      Run run = run("serve", "--port=0", "--base=" + bad);

      assertThat(run.exitCode()).as(bad).isEqualTo(2);
      assertThat(run.err()).as(bad).contains("base").contains("ends with a slash");
    }
  }

  @Test
  void aFolderKeepsTheBaseThatItWasMadeWithThroughCommandsAndBackups() throws Exception {
    String data = data().toString();
    String backup = folder.resolve("backup.tar").toString();
    assertThat(run("release", "--base", OWN, "--data", data, "never").exitCode()).isEqualTo(2);
    try (ServerProcess server = serve("--base=" + OWN)) {
      ok(server.get("/id/film/purple-hearts"));
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }

    Run other = run("serve", "--port=0", "--data", data, "--base", "https://other.example/");
    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.err())
        .contains("was made with base %s and cannot be opened with https://other".formatted(OWN));

    Run retired = run("retire", "--data", data, "--reason", "a trial", "track:shadows-we-cast");
    assertThat(retired.exitCode()).as(retired.err()).isZero();
    assertThat(run("backup", "--data", data, backup).exitCode()).isZero();
    String again = folder.resolve("again").toString();
    assertThat(run("restore", "--data", again, backup).exitCode()).isZero();
    assertThat(run("verify", "--data", again).out().lines())
        .allMatch(line -> line.startsWith("good"));
    try (ServerProcess server = ServerProcess.start(PROJECT, "--data=" + again)) {
      assertThat(server.get("/id/track/shadows-we-cast").statusCode()).isEqualTo(410);
      assertThat(ok(server.get("/id/film/purple-hearts.nt")))
          .contains(OWN + "id/film/purple-hearts>");
    }
  }

  @Test
  void aFolderWithCanonicalNamesIsNotOpenedUnderAnotherBase() throws Exception {
    try (ServerProcess server = serve()) {
      ok(server.get("/id/film/purple-hearts"));
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }

    Run run = run("serve", "--port=0", "--data", data().toString(), "--base", OWN);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("was made with base " + CANONICAL);
  }

  @Test
  void theProjectKeepsToItsRulesUnderAnyBase() throws Exception {
    Run run = run("check", "--base", OWN, "--queries", empty());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private String empty() throws IOException {
    return Files.createDirectory(folder.resolve("none")).toString();
  }

  @Test
  void everyPublishedQueryAnswersTheSameUnderOtherNames() throws Exception {
    int compared = 0;
    try (ServerProcess server = ServerProcess.start(PROJECT, "--base=" + OWN);
        Stream<Path> tree = Files.walk(PROJECT.resolve("queries"))) {
      for (Path file : tree.filter(name -> name.toString().endsWith(".csv")).sorted().toList()) {
        String path = PROJECT.relativize(file).toString().replace('\\', '/');
        String answer = ok(server.get("/" + path));
        // Names of the data and of the vocabulary have another order under another base.
        assertThat(answer.lines().sorted())
            .as(path)
            .containsExactlyElementsOf(renamed(Files.readString(file)).lines().sorted().toList());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(80);
  }

  @Test
  void dataIsNamedUnderTheBaseAndWordsAreNamedAsEverywhere() throws Exception {
    try (ServerProcess server = ServerProcess.start(PROJECT, "--base=" + OWN)) {
      assertThat(ok(server.get("/id/film/purple-hearts.nt")))
          .contains("<" + OWN + "id/film/purple-hearts>", "<" + CANONICAL + "ns#Film>")
          .doesNotContain(CANONICAL + "id/", CANONICAL + "source/");
      assertThat(ok(server.get("/role/actor.nt"))).contains("<" + CANONICAL + "role/actor>");
      assertThat(ok(server.get("/ns.nt"))).contains("<" + CANONICAL + "ns#Film>");
      assertThat(ok(server.get("/id/film/purple-hearts.html")))
          .contains("href=\"/ns#Film\"", OWN + "id/film/purple-hearts")
          .doesNotContain("href=\"" + OWN, "href=\"" + CANONICAL);
      assertThat(ok(server.get("/reconcile"))).contains("\"identifierSpace\" : \"" + OWN + "id/\"");
      String iri = URLEncoder.encode(OWN + "id/film/purple-hearts", StandardCharsets.UTF_8);
      assertThat(ok(server.get("/lookup?iri=" + iri))).contains("tt4614584");
      String dump = server.get("/dump/latest.nq").headers().firstValue("Location").orElseThrow();
      for (String address :
          List.of("/", "/search?q=purple", "/changes?since=0", dump, "/openapi.json")) {
        assertThat(ok(server.get(address)))
            .as(address)
            .doesNotContain(CANONICAL + "id/", CANONICAL + "source/", CANONICAL + "claim/");
      }
    }
  }
}
