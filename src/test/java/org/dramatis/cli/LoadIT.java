package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Loads by a program of its own, with less memory than others have. */
class LoadIT extends WithProject {

  /** Half of the heap has room for fewer, at a thousand bytes a statement. */
  private static final int MORE_THAN_CAN_BE_CHECKED = 34_000;

  private record Ended(int exitCode, String said) {}

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dramatis.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    return run(command(arguments));
  }

  private static Ended run(List<String> command) throws IOException, InterruptedException {
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

  @Test
  void onATerminalALineTellsHowFarItIsAndGoesAwayAtTheEnd() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).as("what makes a terminal").exists();
    String data = folder.resolve("data").toString();
    String file = people(0, 30_000);
    List<String> load = command("load", "--project", "" + folder, "--data", data, file);
    load.set(1, "-Xmx256m");

    Ended ended =
        run(
            List.of(
                "/usr/bin/script",
                "-qec",
                load.stream().map(part -> "'" + part + "'").collect(Collectors.joining(" ")),
                "/dev/null"));

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    List<String> lines = List.of(ended.said().split("\r\u001B\\[K"));
    assertThat(lines)
        .anyMatch(line -> line.matches("\\[#*\\.*] +\\d+ %, \\d+:\\d\\d left, .* statements, .*"))
        .allMatch(line -> line.strip().length() < 80 || line.startsWith("version "));
    assertThat(lines.getLast()).startsWith("version ").contains(": 30,000 statements read");
  }

  @Test
  void whoeverStopsReadingIsNotShownAStackTrace() throws Exception {
    String data = folder.resolve("data").toString();
    run("load", "--project", "" + folder, "--data", data, people(0, 3000));
    for (List<String> asked :
        List.of(
            List.of("diff", "0", "1"),
            List.of("diff", "0", "1", "--part", "added", "--format", "ttl"),
            List.of("history"),
            List.of("log"))) {
      List<String> command = command(asked.toArray(String[]::new));
      command.addAll(List.of("--data", data));
      Process process = new ProcessBuilder(command).start();
      try (BufferedReader out = process.inputReader()) {
        assertThat(out.readLine()).as(asked.toString()).isNotEmpty();
      }
      String complaint =
          new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      assertThat(complaint).as(asked.toString()).isEmpty();
    }
  }
}
