package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own data and rules in a folder: what an operator does to them over years. */
class ProjectLifeIT {

  private static final String PERSON = "https://w3id.org/dramatis/id/person/";
  private static final String QUESTION = "/queries/cast/credits-of-agent?format=csv&agent=";

  @TempDir private Path folder;

  private SampleProject.Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new Output(out),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Dramatis.commandLine(console).execute(arguments);
    return new SampleProject.Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String data() {
    return "--data=" + folder.resolve("data");
  }

  private ServerProcess serve() throws Exception {
    return ServerProcess.start(Path.of("").toAbsolutePath(), data());
  }

  private static String about(String person) {
    return QUESTION + URLEncoder.encode(PERSON + person, StandardCharsets.UTF_8);
  }

  private static String warning(HttpResponse<String> answer) {
    return answer.headers().firstValue("Dramatis-Warning").orElse("");
  }

  @Test
  void whoKeptTheIriOfWhatWasMergedIsAnsweredForItsSuccessor() throws Exception {
    String before;
    try (ServerProcess server = serve()) {
      before = server.get(about("amy-baer")).body();
      assertThat(before.lines().count()).as(before).isGreaterThan(1);
      server.terminate();
      assertThat(server.exitCode()).isZero();
    }
    SampleProject.Run merged =
        run("merge", "person:amy-baer", "person:anthony-b-richmond", data(), "--reason=One person");
    assertThat(merged.err()).isEmpty();
    assertThat(merged.out()).startsWith("version 2: ");
    SampleProject.Run released = run("release", "2026.1", data());
    assertThat(released.err()).isEmpty();
    assertThat(released.out()).startsWith("2026.1\t2\tsha256:");

    for (int start = 0; start < 2; start++) {
      try (ServerProcess server = serve()) {
        HttpResponse<String> now = server.get(about("anthony-b-richmond"));
        HttpResponse<String> kept = server.get(about("amy-baer"));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo(now.body());
        assertThat(kept.body().lines().count()).isGreaterThan(1);
        assertThat(warning(kept)).contains("gone-iri", "person:anthony-b-richmond; the answer is");
        assertThat(warning(now)).doesNotContain("gone-iri");
        HttpResponse<String> then = server.get(about("amy-baer") + "&version=1");
        assertThat(then.body()).isEqualTo(before);
        assertThat(warning(then)).doesNotContain("gone-iri");
        assertThat(server.get(about("amy-baer") + "&version=2026.1").body()).isEqualTo(now.body());
        assertThat(server.get("/id/person/amy-baer").statusCode()).isEqualTo(301);
        server.terminate();
        assertThat(server.exitCode()).isZero();
      }
    }
  }
}
