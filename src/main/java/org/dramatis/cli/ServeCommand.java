package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.dramatis.entity.Texts;
import org.dramatis.http.CannotListenException;
import org.dramatis.http.Server;
import org.dramatis.http.access.Tokens;
import org.dramatis.http.connection.TlsKeys;
import org.dramatis.ingest.PassedBefore;
import org.dramatis.ingest.Rules;
import org.dramatis.log.ChangeLog;
import org.dramatis.model.Problem;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.settings.Given;
import org.dramatis.settings.Settings;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Answers over HTTP until it is told to stop. */
@Command(
    name = "serve",
    description = "Loads ontology and seeds and answers at http://localhost:3030/ until stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Spec private CommandSpec spec;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Given given = SettingOptions.given(spec, project.home());
    Settings settings = SettingOptions.settings(project.home(), given);
    ListedEndpoints.check(settings, given);
    Optional<Tokens> tokens = Writable.tokens(settings);
    // Read again when they are used: what is wrong with them is told before the data are loaded.
    TlsKeys.read(settings.listen());
    Optional<Catalogue> catalogue = withOwn(settings, tokens.isPresent());
    try (Keeping keeping = Keeping.of(settings, console)) {
      serve(settings, tokens, keeping, catalogue);
    }
    return 0;
  }

  /** Queries of one's own are read before anything else, and nothing is served without them. */
  private Optional<Catalogue> withOwn(Settings settings, boolean writable) {
    return settings
        .ownQueries()
        .map(folder -> {
          boolean alone = writable && project.isEmpty();
          Catalogue catalogue =
              alone ? PublishedQueries.loadOwn(settings) : PublishedQueries.load(settings);
          console
              .err()
              .printf(
                  "dramatis: published queries, with those of %s: %d%n",
                  folder, catalogue.queries().size());
          return catalogue;
        });
  }

  private void serve(
      Settings settings, Optional<Tokens> tokens, Keeping keeping, Optional<Catalogue> withOwn)
      throws IOException, InterruptedException {
    CompletableFuture<Catalogue> catalogue = new CompletableFuture<>();
    withOwn.ifPresent(catalogue::complete);
    Project.Data data = data(settings, keeping.history(), tokens.isPresent(), catalogue);
    Texts texts = texts(settings, data.history());
    Server server = start(settings, data, texts, keeping.queries(), tokens, catalogue::join);
    CountDownLatch stopped = new CountDownLatch(1);
    StopSignals.handle(stopped::countDown);
    console.out().printf("Dramatis %s is ready at %s%n", Version.number(), server.address());
    console.out().flush();
    // No answer to a query waits for the queries that are published.
    if (!catalogue.isDone()) {
      catalogue.complete(PublishedQueries.load(settings));
    }
    stopped.await();
    stop(server, settings);
  }

  /** What became of each file is told, so that nobody waits in vain for words to be shown. */
  private Texts texts(Settings settings, History history) throws IOException {
    if (settings.texts().isEmpty()) {
      return Texts.NONE;
    }
    Path folder = settings.texts().get();
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      throw CommandFailedException.misuse(
          "texts: the folder %s is missing or cannot be read".formatted(folder));
    }
    try (Snapshot snapshot = history.store().open()) {
      Texts texts = Texts.of(folder, snapshot.dataset());
      texts.told().forEach(each -> console.err().printf("dramatis: %s%n", each));
      return texts;
    }
  }

  private void stop(Server server, Settings settings) throws InterruptedException {
    server.drain(
        settings.drain(),
        unanswered ->
            console
                .err()
                .printf(
                    "dramatis: stopping; requests under way: %d. They may go on for %d s; a second"
                        + " signal ends them at once.%n",
                    unanswered, settings.drain().toSeconds()));
    server.close();
  }

  /** What is served has passed all rules: just now, or in the same state at an earlier start. */
  private Project.Data data(
      Settings settings, History history, boolean writable, CompletableFuture<Catalogue> catalogue)
      throws IOException {
    if (writable && project.isEmpty()) {
      catalogue.complete(Catalogue.empty());
      return project.nothing(history);
    }
    // What else a data folder holds was not there when the project's own files passed.
    Optional<PassedBefore> before =
        settings.data().isPresent() ? Optional.empty() : project.passedBefore();
    if (before.isPresent() && before.get().holds()) {
      Project.Data data = project.unchecked(history);
      return writable ? data.keeping(Project.take(Rules.load(project.folder()))) : data;
    }
    Project.Data data = Project.take(project.checked(history));
    if (!catalogue.isDone()) {
      catalogue.complete(PublishedQueries.load(settings));
    }
    data.warnings().stream().map(Problem::message).forEach(console.err()::println);
    if (before.isPresent() && data.warnings().isEmpty()) {
      before.get().remember();
    }
    return data;
  }

  private static Server start(
      Settings settings,
      Project.Data data,
      Texts texts,
      ChangeLog queries,
      Optional<Tokens> tokens,
      Supplier<Catalogue> catalogue)
      throws IOException {
    try {
      Server.Builder builder =
          Server.create(data.history(), catalogue)
              .programVersion(Version.number())
              .with(settings)
              .texts(texts)
              .citing(queries);
      tokens.ifPresent(accepted -> builder.writable(data.ingest(), accepted));
      return builder.start();
    } catch (CannotListenException cannot) {
      throw CommandFailedException.misuse(cannot.reason());
    }
  }
}
