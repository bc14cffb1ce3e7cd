package org.dramatis.http;

import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.dramatis.query.Catalogue;
import org.dramatis.query.QueryRunner;
import org.dramatis.store.Store;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The service over HTTP: Fuseki's server with our own endpoints, started and stopped as one. */
public final class Server implements AutoCloseable {

  /**
   * Fuseki's own 5 MiB is more than Jetty's pool keeps, so that every answer would allocate and
   * clear it anew: ten times fewer small answers a second.
   */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  private final FusekiServer fuseki;
  private final String host;

  private Server(FusekiServer fuseki, String host) {
    this.fuseki = fuseki;
    this.host = host;
  }

  /** A server of this data, with defaults for the rest. */
  public static Builder create(Store store, Catalogue catalogue) {
    return new Builder(store, catalogue);
  }

  /** What a server can be told before it starts. */
  public static final class Builder {

    private final Store store;
    private final Catalogue catalogue;
    private String programVersion = "unknown";
    private String host = "localhost";
    private int port;
    private Duration timeLimit = Duration.ofSeconds(30);

    private Builder(Store store, Catalogue catalogue) {
      this.store = store;
      this.catalogue = catalogue;
    }

    /** The version of the program, to be shown. */
    public Builder programVersion(String version) {
      this.programVersion = version;
      return this;
    }

    /** Where to listen; port 0 takes any free one. */
    public Builder listenOn(String newHost, int newPort) {
      this.host = newHost;
      this.port = newPort;
      return this;
    }

    /** How long a query may take. */
    public Builder timeLimit(Duration limit) {
      this.timeLimit = limit;
      return this;
    }

    /** Starts to listen. */
    public Server start() throws CannotListenException {
      QueryRunner runner = new QueryRunner(store, timeLimit);
      FusekiServer fuseki =
          FusekiServer.create()
              .port(port)
              .fusekiModules(FusekiModules.empty())
              .addServlet("", new LandingEndpoint(programVersion, runner, catalogue))
              .addServlet("/sparql", new SparqlEndpoint(runner))
              .addServlet("/queries/*", new QueriesEndpoint(catalogue))
              .addServlet("/health", new HealthEndpoint(programVersion, store))
              .addServlet("/style.css", new StyleEndpoint())
              .addServlet("/*", new NothingEndpoint())
              .build();
      tune(fuseki, host);
      try {
        fuseki.start();
      } catch (FusekiException failed) {
        fuseki.stop();
        throw explain(failed, host, port);
      }
      return new Server(fuseki, host);
    }
  }

  private static void tune(FusekiServer fuseki, String host) {
    Stream.of(fuseki.getJettyServer().getConnectors())
        .map(ServerConnector.class::cast)
        .forEach(connector -> {
          connector.setHost(host);
          connector
              .getConnectionFactory(HttpConnectionFactory.class)
              .getHttpConfiguration()
              .setOutputBufferSize(OUTPUT_BUFFER);
        });
  }

  private static CannotListenException explain(FusekiException failed, String host, int port) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        return new CannotListenException(
            "cannot listen on port %d of %s: %s".formatted(port, host, bind.getMessage()), failed);
      }
      if (cause instanceof UnresolvedAddressException) {
        return new CannotListenException("there is no host '" + host + "'", failed);
      }
    }
    return new CannotListenException(
        "cannot listen on port %d of %s: %s".formatted(port, host, failed.getMessage()), failed);
  }

  /** The port that the server listens on. */
  public int port() {
    return fuseki.getPort();
  }

  /** The address of the first page. */
  public URI address() {
    return URI.create(
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
  }

  /** Stops to listen and gives the port back. */
  @Override
  public void close() {
    fuseki.stop();
  }
}
