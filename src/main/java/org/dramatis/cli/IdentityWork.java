package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Writer;
import org.dramatis.link.Identities;
import org.dramatis.link.IdentityChange;
import org.dramatis.link.ImpossibleException;
import org.dramatis.log.LogException;
import org.dramatis.model.Base;
import org.dramatis.model.Change;
import org.dramatis.model.Problem;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.dramatis.store.Settled;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that end identifiers have in common: a folder that nobody else has open. */
final class IdentityWork {

  @Mixin private DataOption data;

  @Mixin private Project project;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it, for the record; by default operator.")
  private String by = "operator";

  @Option(
      names = {"--message", "--reason"},
      paramLabel = "TEXT",
      description = "Why, for the record and for everybody who asks for the old address.")
  private @Nullable String reason;

  /** Reads an identifier as it was typed. */
  Node entity(String text) throws IOException {
    Base.choose(Settled.base(data.folder()));
    try {
      return IdentityChange.entity(text);
    } catch (ImpossibleException none) {
      throw CommandFailedException.misuse(none.reason());
    }
  }

  /** Makes the change as one version of the data, and says which. */
  int carryOut(IdentityChange change, Console console) throws IOException {
    if (by.isBlank() || by.equals(Change.PROJECT) || by.lines().count() != 1) {
      throw CommandFailedException.misuse("'%s' is no name for the record".formatted(by));
    }
    Rules rules = Project.take(Rules.load(project.folder()));
    try (DataFolder folder = open(data.folder())) {
      History history = folder.history();
      return answer(
          change, carryOut(change, new Ingest(history.log(), history.store(), rules)), console);
    } catch (LogException failed) {
      throw CommandFailedException.of(failed.fault());
    }
  }

  private static DataFolder open(Path folder) throws IOException {
    if (!Settled.isIn(folder)) {
      throw CommandFailedException.misuse("there is no data in " + folder);
    }
    return DataFolder.open(folder, Settled.in(folder), InstantSource.system());
  }

  private Ingest.Result carryOut(IdentityChange change, Ingest ingest) throws IOException {
    String why = Identities.reason(Optional.ofNullable(reason));
    try {
      return ingest.<ImpossibleException>change(
          new Writer(by, _ -> true),
          change.story() + ": " + why,
          "the change",
          List.of(),
          _ -> {},
          draft -> Identities.apply(change, draft, InstantSource.system().instant(), by, why));
    } catch (ImpossibleException impossible) {
      throw CommandFailedException.notFine(impossible.reason());
    }
  }

  private static int answer(IdentityChange change, Ingest.Result result, Console console) {
    return switch (result) {
      case Ingest.Result.Accepted accepted -> {
        accepted.warnings().stream().map(Problem::message).forEach(console.err()::println);
        console.out().printf("version %s: %s%n", accepted.entry().version(), change.story());
        yield 0;
      }
      case Ingest.Result.Refused(List<Problem> problems) ->
          throw CommandFailedException.of(problems);
      case Ingest.Result.Repeated _, Ingest.Result.Unchanged _ ->
          throw new IllegalStateException("the record of it is new");
    };
  }
}
