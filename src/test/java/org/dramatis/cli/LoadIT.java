package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loads by a program of its own, with less memory than others have. */
class LoadIT extends WithProject {

  /** Half of the heap has room for fewer, at a thousand bytes a statement. */
  private static final int MORE_THAN_CAN_BE_CHECKED = 34_000;

  private record Ended(int exitCode, String said) {}

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dramatis.Main"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private String people(int from, int to) throws IOException {
    Path file = folder.resolve("people-" + from + ".nq");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = from; i < to; i++) {
        out.write(
            "<https://w3id.org/dramatis/id/person/p%d> <http://www.w3.org/2000/01/rdf-schema#label> \"P %d\"@en <https://w3id.org/dramatis/source/songs> .%n"
                .formatted(i, i));
      }
    }
    return file.toString();
  }

  @Test
  void moreThanCanBeCheckedIsRefusedAndNothingOfItStays() throws Exception {
    project.write(
        "ontology/checks/none.rq",
        """
        # Nobody is called Nobody
        # There is no such person.
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?person WHERE { GRAPH ?g { ?person rdfs:label "Nobody"@en } }
        """);
    String data = folder.resolve("data").toString();
    Ended few = run("load", "--project", "" + folder, "--data", data, people(0, 100));
    assertThat(few.said()).contains(": 100 statements read, 100 of them new");
    String before = run("log", "--data", data).said();

    Ended many =
        run(
            "load",
            "--project",
            "" + folder,
            "--data",
            data,
            people(1000, 1000 + MORE_THAN_CAN_BE_CHECKED));

    assertThat(many.exitCode()).isEqualTo(1);
    assertThat(many.said().lines())
        .singleElement()
        .asString()
        .contains("34,000 statements at once are more than the ")
        .contains("give the program more memory");
    assertThat(run("log", "--data", data).said()).isEqualTo(before);
    assertThat(folder.resolve("data/loading")).isEmptyDirectory();
    assertThat(run("verify", "--data", data).exitCode()).isZero();
  }
}
