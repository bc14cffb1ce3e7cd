package org.dramatis.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dramatis.ingest.CanonicalTurtle;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Rewrites Turtle in its one canonical form. */
@Command(
    name = "format",
    description = "Rewrites Turtle files in canonical form and lists those that changed.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class FormatCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "The files; by default every Turtle file below ontology and seeds.")
  private List<Path> files = new ArrayList<>();

  FormatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (Path file : files.isEmpty() ? TurtleFiles.below(project.folder()) : files) {
      Outcome<Document> document = Document.of(file);
      switch (document.then(CanonicalTurtle::format)) {
        case Outcome.Ok<String>(String canonical) -> rewrite(file, canonical);
        case Outcome.Refused<String>(List<Problem> found) -> problems.addAll(found);
      }
    }
    if (!problems.isEmpty()) {
      throw CommandFailedException.of(problems);
    }
    return 0;
  }

  private void rewrite(Path file, String canonical) throws IOException {
    byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(bytes, Files.readAllBytes(file))) {
      Files.write(file, bytes);
      console.out().println(file);
    }
  }
}
