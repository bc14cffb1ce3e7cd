package org.dramatis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.http.TestServer;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients that the guide shows end with the same statements as the server, whatever happens.
 */
@Timeout(240)
final class ClientsIT {

  private static final String PERSON = "https://w3id.org/dramatis/id/person/";

  @TempDir private Path folder;

  private static void update(WritableServer server, String update) throws Exception {
    HttpResponse<String> response = server.update(update);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
  }

  private static void identity(WritableServer server, String form) throws Exception {
    HttpResponse<String> response =
        server.with(
            WritableServer.WRITER,
            "POST",
            "/identity",
            form,
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
  }

  private record Client(String name, List<String> command) {

    static final List<Client> ALL =
        List.of(
            new Client("python", List.of("python3", "docs/clients/follow.py")),
            new Client(
                "java",
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "docs/clients/Follow.java")));

    /** Runs it once, and returns its copy. */
    String run(WritableServer server, Path folder) throws IOException, InterruptedException {
      Path copy = folder.resolve(name());
      String address = "http://localhost:" + server.port();
      Process process =
          new ProcessBuilder(
                  Stream.concat(command.stream(), Stream.of(address, copy.toString())).toList())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
      return Files.readString(copy);
    }
  }

  /** Both clients, each on its own copy. */
  private void assertThatAllAreInStep(WritableServer server) throws Exception {
    HttpResponse<String> dump =
        server.anonymous("GET", "/dump/%s.nq".formatted(server.version()), "");
    assertThat(dump.statusCode()).isEqualTo(200);
    String expected =
        Stream.concat(
                Stream.of("# " + TestServer.header(dump, "Dramatis-Version-Id")),
                dump.body()
                    .lines()
                    .sorted(
                        Comparator.comparing(
                            line -> line.getBytes(StandardCharsets.UTF_8),
                            Arrays::compareUnsigned)))
            .collect(Collectors.joining("\n", "", "\n"));
    for (Client client : Client.ALL) {
      assertThat(client.run(server, folder)).as(client.name()).isEqualTo(expected);
    }
  }

  @Test
  void theyFollowAcrossRestartsMissedVersionsMergesAndRetirements() throws Exception {
    WritableServer.session(
        folder,
        server -> {
          update(
              server,
              """
              PREFIX : <%s>
              INSERT DATA {
                GRAPH <urn:g> { :ann <urn:name> "Ann \\"\\\\ \\n 𝄞 ü"@en , 7 , 1.50 , true ; <urn:lives> [ <urn:in> "Rome" ] }
                GRAPH <urn:h> { :anna <urn:name> "Anna" . :bob <urn:says> <<( :ann <urn:age> 7 )>> }
              }
              """
                  .formatted(PERSON));
          assertThatAllAreInStep(server);
          update(
              server,
              "DELETE { GRAPH ?g { ?b <urn:in> ?o } } INSERT { GRAPH ?g { ?b <urn:in> 'Oslo' } } "
                  + "WHERE { GRAPH ?g { ?b <urn:in> ?o } }");
          identity(server, "merge=" + PERSON + "ann&into=" + PERSON + "anna");
        });
    WritableServer.session(
        folder,
        server -> {
          identity(server, "retire=" + PERSON + "bob&why=never+was");
          assertThatAllAreInStep(server);
          String many =
              IntStream.range(0, 20_000)
                  .mapToObj("<x:s%d> <x:p> 'a text that takes some room' ."::formatted)
                  .collect(Collectors.joining("\n"));
          assertThat(server.put("/data?graph=http://example.org/many", many).statusCode())
              .isEqualTo(201);
          update(
              server,
              "DELETE DATA { GRAPH <http://example.org/many> { <x:s1> <x:p> 'a text that takes some room' } }");
          assertThatAllAreInStep(server);
        });
  }

  @Test
  void theyBeginAnewWithAServerThatHasOtherData() throws Exception {
    WritableServer.session(
        folder,
        server -> {
          update(server, "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }");
          assertThatAllAreInStep(server);
        });
    PathUtils.deleteDirectory(folder.resolve("data"));
    WritableServer.session(
        folder,
        server -> {
          update(server, "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 2 } }");
          assertThatAllAreInStep(server);
        });
  }
}
