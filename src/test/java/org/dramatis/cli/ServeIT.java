package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The real program in a process of its own. */
class ServeIT extends WithProject {

  private static final Pattern READY =
      Pattern.compile("Dramatis \\S+ is ready at (http://localhost:(\\d+)/)");

  @Test
  void itSaysWhenItIsReadyAnswersAndStopsCleanly() throws Exception {
    Process process = start("serve", "--project=" + folder, "--port=0");
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      Matcher ready = READY.matcher(out.readLine());
      assertThat(ready.matches()).isTrue();

      HttpResponse<String> health =
          client.send(
              HttpRequest.newBuilder(URI.create(ready.group(1)).resolve("/health"))
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              BodyHandlers.ofString());
      assertThat(health.body()).contains("\"version\" : 1");

      process.toHandle().destroy(); // leaves its output to be read
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(out.readLine()).as("nothing more on standard output").isNull();
      assertThat(process.errorReader().lines())
          .as("nothing to complain of")
          .singleElement()
          .asString()
          .contains(" event=request ", " path=/health ");
      int port = Integer.parseInt(ready.group(2));
      try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(again.getLocalPort()).as("the port is free again").isEqualTo(port);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortInUseIsOneLineAndExitCodeTwo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = start("serve", "--project=" + folder, "--port=" + taken.getLocalPort());

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
      assertThat(process.errorReader().lines())
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort(), "in use");
      assertThat(process.inputReader().readLine()).isNull();
    }
  }

  @Test
  void dataThatBreaksARuleStopsTheStart() throws Exception {
    project.write(
        "ontology/checks/no-ann.rq",
        """
        # title: Nobody is called Ann
        # why: For the sake of this test.
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?who WHERE { ?who rdfs:label "Ann"@en }
        """);

    Process process = start("serve", "--project=" + folder, "--port=0");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.errorReader().lines()).singleElement().asString().contains("person:ann");
  }

  private static Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), "org.dramatis.Main"));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).start();
  }

  @Test
  void anEmptyFolderIsServedToThoseWhoCanFillIt() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path tokens = folder.resolve("tokens");
    String secret =
        project
            .runOutside("token", "ann", "--write", "--graph=*", "--tokens=" + tokens)
            .out()
            .strip();
    Process process =
        start(
            "serve",
            "--project=" + empty,
            "--port=0",
            "--tokens=" + tokens,
            "--default-graph=separate");
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      Matcher ready = READY.matcher(out.readLine());
      assertThat(ready.matches()).isTrue();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(ready.group(1)).resolve("/data?default"))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + secret);
      HttpResponse<String> put =
          client.send(
              request
                  .header("Content-Type", "text/turtle")
                  .PUT(HttpRequest.BodyPublishers.ofString("<x:s> <x:p> <x:o> ."))
                  .build(),
              BodyHandlers.ofString());
      assertThat(put.statusCode()).as(put.body()).isEqualTo(204);
      assertThat(client.send(request.GET().build(), BodyHandlers.ofString()).body())
          .contains("<x:o>");
    } finally {
      process.destroyForcibly();
    }
  }
}
