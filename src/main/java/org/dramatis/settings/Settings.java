package org.dramatis.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.model.DefaultGraph;

/**
 * Everything that can be set, with defaults that are safe.
 *
 * @param home the folder that holds {@code ontology}, {@code seeds} and {@code queries}
 * @param data the folder in which every change survives; without one all is in memory
 * @param ownQueries a folder of published queries beside those of the project
 * @param texts a folder with the texts of documents
 * @param base what the names of the data begin with; without one, as in the folder of data
 * @param listen where the server is reached
 * @param access who may do what
 * @param limits what one request may use
 * @param admission what all requests together may use
 * @param citing who may cite queries, and how many
 * @param cacheBytes the memory that holds answers for reuse; 0 is none
 * @param defaultGraph what the default graph is
 * @param logs what is written about requests
 * @param drain how long running queries may go on when the server is stopped
 */
public record Settings(
    Path home,
    Optional<Path> data,
    Optional<Path> ownQueries,
    Optional<Path> texts,
    Optional<String> base,
    Listen listen,
    Access access,
    Limits limits,
    Admission admission,
    Citing citing,
    long cacheBytes,
    DefaultGraph defaultGraph,
    Logs logs,
    Duration drain) {

  /**
   * Where the server is reached.
   *
   * @param host the name or address to listen on; only this machine unless told otherwise
   * @param port the port to listen on; 0 takes any free one
   * @param behindProxy whether a proxy in front is believed about who asks
   * @param tlsKeystore the certificate to serve HTTPS with
   * @param tlsPasswordFile holds the password of the keystore
   */
  public record Listen(
      String host,
      int port,
      boolean behindProxy,
      Optional<Path> tlsKeystore,
      Optional<Path> tlsPasswordFile) {}

  /**
   * Who may do what.
   *
   * @param tokens the file of tokens; nothing can be written without it
   * @param serviceAllow the addresses that a query may reach, with what lies below them
   */
  public record Access(Optional<Path> tokens, List<String> serviceAllow) {

    /** Takes a copy of the list. */
    public Access {
      serviceAllow = List.copyOf(serviceAllow);
    }
  }

  /**
   * What one request may use.
   *
   * @param time how long a query or an update may take
   * @param memory the bytes that a query may hold
   * @param rows the rows that an answer may have; 0 is no limit
   * @param bytes the bytes that an answer may have; 0 is no limit
   * @param upload the bytes that a request's body may have
   */
  public record Limits(Duration time, long memory, long rows, long bytes, long upload) {}

  /**
   * What all requests together may use.
   *
   * @param running the queries that are computed at once
   * @param waiting the queries that wait for their turn
   * @param clientWork the work that a client may use in a minute; zero is no limit
   * @param clientBurst the work that a client may save up
   */
  public record Admission(int running, int waiting, Duration clientWork, Duration clientBurst) {}

  /**
   * Who may cite queries, which are then kept for ever.
   *
   * @param who who may
   * @param queries how many different queries there may be
   * @param clientHourly how many new citations a client may make in an hour; 0 is no limit
   */
  public record Citing(Citers who, int queries, int clientHourly) {}

  /** Who may cite. */
  public enum Citers {
    /** Whoever can ask. */
    EVERYBODY,
    /** Those who hold a token. */
    TOKENS,
    /** Nobody; what was cited stays. */
    NOBODY
  }

  /**
   * What is written about requests.
   *
   * @param target where a line of each request goes
   * @param slowQuery from what duration on a query's text is logged; zero is never
   * @param format how a line is written
   */
  public record Logs(LogTarget target, Duration slowQuery, LogFormat format) {}

  /** Where a log goes. */
  public sealed interface LogTarget {

    /** Nowhere. */
    record None() implements LogTarget {}

    /** To the standard error output. */
    record StandardError() implements LogTarget {}

    /** To the end of a file. */
    record File(Path path) implements LogTarget {}
  }

  /** How a line of the request log is written. */
  public enum LogFormat {
    /** As {@code name=value} pairs. */
    TEXT,
    /** As a JSON object. */
    JSON
  }

  /** The defaults for a project in this folder. */
  public static Settings of(Path home) {
    return of(home, Given.defaults());
  }

  /**
   * What was given for a project in this folder; a bad value is refused by name, and so is one that
   * means nothing without another.
   */
  public static Settings of(Path home, Given given) {
    given.requireTogether(Key.TLS_KEYSTORE, Key.TLS_PASSWORD_FILE);
    return new Settings(
        home,
        given.find(Key.DATA, Kind.FOLDER),
        given.find(Key.QUERIES, Kind.FOLDER),
        given.find(Key.TEXTS, Kind.FOLDER),
        given.find(Key.BASE, Kind.BASE),
        new Listen(
            given.read(Key.HOST, Kind.HOST),
            given.read(Key.PORT, Kind.PORT),
            given.read(Key.BEHIND_PROXY, Kind.SWITCH),
            given.find(Key.TLS_KEYSTORE, Kind.FILE),
            given.find(Key.TLS_PASSWORD_FILE, Kind.FILE)),
        new Access(
            given.find(Key.TOKENS, Kind.FILE),
            given.find(Key.SERVICE_ALLOW, Kind.ADDRESSES).orElse(List.of())),
        new Limits(
            given.read(Key.TIME_LIMIT, Kind.SECONDS),
            given.read(Key.QUERY_MEMORY, Kind.BYTES),
            given.read(Key.MAX_ROWS, Kind.ROWS),
            given.read(Key.MAX_BYTES, Kind.BYTES_OR_NONE),
            given.read(Key.MAX_UPLOAD, Kind.BYTES)),
        new Admission(
            given.read(Key.RUNNING, Kind.WORKERS),
            given.read(Key.WAITING, Kind.COUNT_OR_NONE),
            given.read(Key.CLIENT_WORK, Kind.SECONDS_OR_NONE),
            given.read(Key.CLIENT_BURST, Kind.SECONDS_OR_NONE)),
        new Citing(
            given.read(Key.CITE, Kind.word(Citers.class)),
            given.read(Key.CITATIONS, Kind.COUNT_OR_NONE),
            given.read(Key.CLIENT_CITATIONS, Kind.COUNT_OR_NONE)),
        given.read(Key.CACHE_BYTES, Kind.BYTES_OR_NONE),
        given.read(Key.DEFAULT_GRAPH, Kind.word(DefaultGraph.class)),
        new Logs(
            given.read(Key.REQUEST_LOG, Kind.LOG_TARGET),
            given.read(Key.SLOW_QUERY, Kind.SECONDS_OR_NONE),
            given.read(Key.LOG_FORMAT, Kind.word(LogFormat.class))),
        given.read(Key.DRAIN, Kind.SECONDS_OR_NONE));
  }

  /** The folders of the published queries. */
  public List<Path> queryFolders() {
    return Stream.concat(Stream.of(home.resolve("queries")), ownQueries.stream()).toList();
  }
}
