package org.dramatis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.docs.Page.Block;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every command, query and program that README and docs show, and compares what it prints with
 * the {@code output} block behind it. A block is left out only by a comment before it that says
 * why: {@code <!-- not run: reason -->}. With {@code -Ddramatis.accept=true} the output blocks are
 * rewritten instead; read the difference before you commit it.
 */
class DocumentationIT {

  private static final boolean ACCEPT = Boolean.getBoolean("dramatis.accept");
  private static final Set<String> RUN =
      Set.of("sh", "console", "sparql", "python", "js", "javascript");
  private static final String ADDRESS = "http://localhost:3030/";

  @TestFactory
  Stream<DynamicTest> everyExampleDoesWhatThePageSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      Page page = Page.read(file);
      for (Block block : page.blocks()) {
        String name =
            "%s:%d %s".formatted(ProjectServer.PROJECT.relativize(file), block.line(), block.tag());
        if (block.optOut().isPresent()) {
          System.out.printf("%s is not run: %s%n", name, block.optOut().get());
        } else if (RUN.contains(block.tag())) {
          tests.add(DynamicTest.dynamicTest(name, () -> check(page, block)));
        } else if (Page.isOutput(block)) {
          tests.add(DynamicTest.dynamicTest(name, () -> assertBelongs(page, block)));
        }
      }
    }
    return tests.stream();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> docs = Files.list(ProjectServer.PROJECT.resolve("docs"))) {
      return Stream.concat(Stream.of(ProjectServer.PROJECT.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static void assertBelongs(Page page, Block output) {
    int before = output.number() - 1;
    assertThat(before >= 0 && output.follows() && RUN.contains(page.blocks().get(before).tag()))
        .as("the output stands right behind what prints it")
        .isTrue();
  }

  private static void check(Page page, Block block) throws IOException, InterruptedException {
    switch (block.tag()) {
      case "sh" -> compare(page, block, shell(block.text()));
      case "console" -> compareSession(block.text());
      case "python" -> compare(page, block, Shell.run(here(block.text()), "python3", "-"));
      case "sparql" -> compare(page, block, ask(block.text()));
      default ->
          compare(page, block, Shell.run(here(block.text()), "node", "--input-type=module", "-"));
    }
  }

  /** Points an example at the server of this test. */
  private static String here(String text) {
    return text.replace(ADDRESS, ProjectServer.server().uri("/").toString());
  }

  private static String shell(String script) throws IOException, InterruptedException {
    String command = script.strip();
    if (command.startsWith("./dramatis")) {
      Shell.require(Shell.jar().isPresent(), "a jar was built before this test");
    }
    // These two run until they are stopped, or run this very test; other tests start them.
    if (command.matches("\\./dramatis (serve|test)\\b.*")) {
      String known = command.replaceFirst("^(\\./dramatis \\w+).*", "$1");
      return known.endsWith("test") ? "" : helpOf(known);
    }
    return Shell.run("set -euo pipefail\n" + here(script), "bash", "-s");
  }

  private static String helpOf(String command) throws IOException, InterruptedException {
    assertThat(Shell.run(command + " --help", "bash", "-s")).contains("Usage: dramatis");
    return "";
  }

  private static String ask(String query) throws IOException, InterruptedException {
    var response =
        ProjectServer.server()
            .get("/sparql?query=" + TestServer.encode(query), "Accept", "text/plain, text/turtle");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static void compare(Page page, Block block, String printed) throws IOException {
    Optional<Block> output = page.outputOf(block);
    if (output.isEmpty()) {
      return;
    }
    if (ACCEPT) {
      Page.rewrite(page.file(), output.get(), plain(printed));
    } else {
      assertThat(plain(printed)).isEqualTo(plain(output.get().text()));
    }
  }

  /** A session in a terminal: each line behind a dollar sign prints the lines that follow. */
  private static void compareSession(String session) throws IOException, InterruptedException {
    for (String step : session.split("(?m)^\\$ ", -1)) {
      if (!step.isBlank()) {
        String[] parts = step.split("\n", 2);
        assertThat(plain(shell(parts[0]))).isEqualTo(plain(parts.length > 1 ? parts[1] : ""));
      }
    }
  }

  /** Without what an editor takes away: carriage returns and blanks at the end of a line. */
  private static String plain(String text) {
    return String.join("\n", text.lines().map(String::stripTrailing).toList()).strip();
  }
}
