package org.dramatis.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Seeds;
import org.dramatis.ingest.Submission;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Store;
import org.opentest4j.AssertionFailedError;

/** One server of the project's own ontology, seeds and queries for all tests that ask it. */
public final class ProjectServer {

  /** The project's folder, in which the tests run. */
  public static final Path PROJECT = Path.of("").toAbsolutePath();

  private static final Catalogue CATALOGUE = take(Catalogue.load(PROJECT.resolve("queries")));
  private static final TestServer SERVER = start();

  private ProjectServer() {}

  /** The server. */
  public static TestServer server() {
    return SERVER;
  }

  /** The queries it publishes. */
  public static Catalogue catalogue() {
    return CATALOGUE;
  }

  private static TestServer start() {
    Store store = new MemoryStore();
    ChangeLog log = new MemoryLog(InstantSource.system());
    // Whether the data keep the rules is tested elsewhere.
    Ingest ingest = new Ingest(log, store, Rules.NONE);
    List<Submission> submissions = take(Seeds.read(PROJECT));
    if (!(ingest.accept(submissions) instanceof Ingest.Result.Accepted)) {
      throw new AssertionFailedError("the seeds were not accepted");
    }
    try {
      TestServer server = TestServer.start(new History(log, store), CATALOGUE);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    } catch (IOException failed) {
      throw new AssertionFailedError("the server did not start", failed);
    }
  }

  private static <T> T take(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value) -> value;
      case Outcome.Refused<T> refused ->
          throw new AssertionFailedError(refused.problems().toString());
    };
  }
}
