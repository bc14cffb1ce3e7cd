package org.dramatis.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.model.DefaultGraph;

/**
 * Every setting there is. The table is the one place that names them: the lines of the settings
 * file, the variables of the environment, the options of {@code serve} and the documentation all
 * follow from it.
 */
public enum Key {
  HOST(Kind.HOST, "localhost", "The name or address to listen on; by default only this machine."),
  PORT(Kind.PORT, "3030", "The port to listen on; 0 takes any free one."),
  BEHIND_PROXY(
      Kind.SWITCH,
      "false",
      "Whether a proxy in front ends TLS and its X-Forwarded-For and -Proto are believed."),
  TLS_KEYSTORE(Kind.FILE, "", "A PKCS#12 file with the certificate to serve HTTPS with."),
  TLS_PASSWORD_FILE(Kind.FILE, "", "A file whose first line is the password of the keystore."),
  TOKENS(Kind.FILE, "", "The file of tokens; only with it can anything be written."),
  SERVICE_ALLOW(
      Kind.ADDRESSES,
      "",
      "What addresses a query may reach by SERVICE: these, and the paths below them."),
  DATA(Kind.FOLDER, "", "The folder in which every change survives; without it all is in memory."),
  QUERIES(
      Kind.FOLDER, "", "A folder of published queries of your own, beside those of the project."),
  TEXTS(
      Kind.FOLDER,
      "",
      "A folder with the texts of documents; whoever reads a source here sees the words then."),
  BASE(
      Kind.BASE,
      "",
      "What the names of the data begin with in a deployment of one's own; by default as in --data,"
          + " or https://w3id.org/dramatis/."),
  DEFAULT_GRAPH(
      Kind.word(DefaultGraph.class),
      "union",
      "Whether the default graph is the union of all named graphs, or a graph of its own."),
  TIME_LIMIT(Kind.SECONDS, "30", "How long a query or an update may take."),
  QUERY_MEMORY(Kind.BYTES, "10%", "How much memory a query may hold."),
  MAX_ROWS(Kind.ROWS, "0", "How many rows an answer may have; 0 is no limit."),
  MAX_BYTES(Kind.BYTES_OR_NONE, "0", "How many bytes an answer may have; 0 is no limit."),
  MAX_UPLOAD(Kind.BYTES, "64M", "How many bytes a request's body may have, unpacked."),
  RUNNING(Kind.WORKERS, "auto", "How many queries are computed at once."),
  WAITING(Kind.COUNT_OR_NONE, "64", "How many queries wait for their turn; more are sent away."),
  CLIENT_WORK(
      Kind.SECONDS_OR_NONE,
      "60",
      "How many seconds of work a client may use in a minute; 0 is no limit."),
  CLIENT_BURST(
      Kind.SECONDS_OR_NONE, "120", "How many seconds of work a client may save up for a burst."),
  CITE(
      Kind.word(Settings.Citers.class),
      "everybody",
      "Who may cite a query, which is then kept for ever."),
  CITATIONS(Kind.COUNT_OR_NONE, "100000", "How many different queries may be cited."),
  CLIENT_CITATIONS(
      Kind.COUNT_OR_NONE,
      "60",
      "How many new citations a client may make in an hour; 0 is no limit."),
  CACHE_BYTES(Kind.BYTES_OR_NONE, "10%", "How much memory holds answers for reuse; 0 is none."),
  REQUEST_LOG(
      Kind.LOG_TARGET,
      "stderr",
      "Where a line is written of each request: stderr, none or the name of a file."),
  SLOW_QUERY(
      Kind.SECONDS_OR_NONE, "5", "From what duration on a query's text is logged; 0 is never."),
  LOG_FORMAT(
      Kind.word(Settings.LogFormat.class), "text", "How a line of the request log is written."),
  DRAIN(
      Kind.SECONDS_OR_NONE, "10", "How long running queries may go on when the server is stopped.");

  @SuppressWarnings("ImmutableEnumChecker") // a kind is a record of texts and of a pure function
  private final Kind<?> kind;

  private final String byDefault;
  private final String description;

  Key(Kind<?> kind, String byDefault, String description) {
    this.kind = kind;
    this.byDefault = byDefault;
    this.description = description;
  }

  /** The word for it in the settings file, such as {@code time-limit}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its option, such as {@code --time-limit}. */
  public String flag() {
    return "--" + key();
  }

  /** Its variable of the environment, such as {@code DRAMATIS_TIME_LIMIT}. */
  public String variable() {
    return "DRAMATIS_" + name();
  }

  /** What it is when nobody sets it, as it would be written; empty when it is nothing then. */
  public String byDefault() {
    return byDefault;
  }

  /** What it says, in one sentence. */
  public String description() {
    return description;
  }

  /** What stands for its value in a line of help. */
  public String placeholder() {
    return kind.placeholder();
  }

  /** Whether it is on or off, so that its option needs no value. */
  public boolean isSwitch() {
    return kind.equals(Kind.SWITCH);
  }

  /** The setting with this word. */
  public static Optional<Key> named(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  Kind<?> kind() {
    return kind;
  }
}
