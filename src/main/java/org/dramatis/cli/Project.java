package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.PassedBefore;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Seeds;
import org.dramatis.ingest.Submission;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Problem;
import org.dramatis.store.History;
import picocli.CommandLine.Option;

/** The folder that everything is read from. */
final class Project {

  private static final List<String> FOLDERS = List.of("ontology", "seeds", "queries");

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description =
          "The folder that holds ontology, seeds and queries; by default the program's own.")
  private Path folder = Path.of(System.getProperty("dramatis.home", "."));

  /** What the project's data has become. */
  record Data(History history, Ingest ingest, List<Problem> warnings) {

    /** The same, with rules for what is yet to come. */
    Data keeping(Rules rules) {
      return new Data(history, ingest(history, rules), warnings);
    }

    private static Ingest ingest(History history, Rules rules) {
      return new Ingest(history.log(), history.store(), rules);
    }
  }

  /** The folder as it was named, whatever it holds. */
  Path home() {
    return folder;
  }

  /** The folder, which holds what a project needs. */
  Path folder() {
    for (String name : FOLDERS) {
      Path needed = folder.resolve(name);
      if (!Files.isDirectory(needed) || !Files.isReadable(needed)) {
        throw CommandFailedException.misuse(
            "the folder %s is missing or cannot be read".formatted(needed));
      }
    }
    return folder;
  }

  /** What the launcher lets this build of the program remember of the project, if anything. */
  Optional<PassedBefore> passedBefore() throws IOException {
    String memory = System.getProperty("dramatis.memory");
    return memory == null
        ? Optional.empty()
        : Optional.of(PassedBefore.read(folder(), Path.of(memory)));
  }

  /** Ontology, alignments and seeds, or everything that the rules have against them. */
  Outcome<Data> checked() {
    return checked(inMemory());
  }

  /** The same on top of what there is. */
  Outcome<Data> checked(History history) {
    Outcome<Rules> rules = Rules.load(folder());
    Outcome<List<Submission>> submissions = Seeds.read(folder());
    if (rules instanceof Outcome.Refused<Rules>
        && submissions instanceof Outcome.Refused<List<Submission>>) {
      List<Problem> problems = new ArrayList<>(rules.problems());
      problems.addAll(submissions.problems());
      return new Outcome.Refused<>(problems);
    }
    return rules.then(read -> submissions.then(all -> accept(all, read, history)));
  }

  /** The same as it stands, for a command that leaves the rules to others. */
  Data unchecked() {
    return unchecked(inMemory());
  }

  /** The same on top of what there is. */
  Data unchecked(History history) {
    return take(Seeds.read(folder()).then(all -> accept(all, Rules.NONE, history)));
  }

  /** Whether there is none of what a project consists of. */
  boolean isEmpty() {
    return FOLDERS.stream().noneMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** What there is, without any rule for what is yet to come. */
  Data nothing(History history) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailedException.misuse("there is no folder " + folder);
    }
    return new Data(history, Data.ingest(history, Rules.NONE), List.of());
  }

  private static History inMemory() {
    return History.inMemory(DefaultGraph.UNION, InstantSource.system());
  }

  private static Outcome<Data> accept(List<Submission> submissions, Rules rules, History history) {
    Ingest ingest = Data.ingest(history, rules);
    return switch (ingest.acceptProject(submissions)) {
      case Ingest.Result.Accepted accepted ->
          Outcome.of(new Data(history, ingest, accepted.warnings()));
      case Ingest.Result.Unchanged _, Ingest.Result.Repeated _ ->
          Outcome.of(new Data(history, ingest, List.of()));
      case Ingest.Result.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
    };
  }

  /** The value, or the end of the command with all that stands against it. */
  static <T> T take(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value) -> value;
      case Outcome.Refused<T>(List<Problem> problems) -> throw CommandFailedException.of(problems);
    };
  }
}
