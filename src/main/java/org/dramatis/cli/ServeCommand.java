package org.dramatis.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.sys.JenaSystem;
import org.dramatis.http.CannotListenException;
import org.dramatis.http.Server;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Problem;
import org.dramatis.query.Catalogue;
import org.dramatis.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers over HTTP until it is told to stop. */
@Command(
    name = "serve",
    description = "Loads ontology and seeds and answers at http://localhost:3030/ until stopped.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Project project;

  @Option(
      names = "--port",
      defaultValue = "3030",
      description = "The port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "localhost",
      description =
          "The name or address to listen on. Default: ${DEFAULT-VALUE}, which only this machine"
              + " reaches.")
  private String host = "localhost";

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "30",
      converter = SecondsConverter.class,
      description = "How long a query may take. Default: ${DEFAULT-VALUE}.")
  private Duration timeLimit = Duration.ofSeconds(30);

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = Settings.of(project.folder()).listeningOn(host, port).within(timeLimit);
    Opened opened = open(settings);
    Project.Data data = opened.data();
    data.warnings().stream().map(Problem::message).forEach(console.err()::println);
    Server server = start(settings, data, opened.catalogue());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  server.close();
                  data.store().close();
                  stopped.countDown();
                }));
    console.out().printf("Dramatis %s is ready at %s%n", Version.number(), server.address());
    console.out().flush();
    stopped.await();
    return 0;
  }

  private record Opened(Project.Data data, Catalogue catalogue) {}

  /** Reads data and queries side by side, because neither needs the other. */
  private Opened open(Settings settings) throws InterruptedException {
    JenaSystem.init(); // which must not be begun by two threads at once
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<Outcome<Catalogue>> catalogue =
          beside.submit(() -> Catalogue.load(settings.queries()));
      Project.Data data = Project.take(project.checked());
      return new Opened(data, Project.take(catalogue.get()));
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the published queries could not be read", failed);
    }
  }

  private static Server start(Settings settings, Project.Data data, Catalogue catalogue)
      throws IOException {
    try {
      return Server.create(data.store(), catalogue)
          .programVersion(Version.number())
          .listenOn(settings.host(), settings.port())
          .timeLimit(settings.timeLimit())
          .start();
    } catch (CannotListenException cannot) {
      throw CommandFailedException.misuse(cannot.reason());
    }
  }
}
