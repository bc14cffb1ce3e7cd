package org.dramatis.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.dramatis.http.connection.BehindProxy;
import org.dramatis.http.connection.ConnectionKeeper;
import org.dramatis.http.connection.TlsKeys;
import org.dramatis.http.connection.WholeMessages;
import org.dramatis.settings.Settings;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where Jetty listens, and how its answers are buffered. */
final class Listening {

  /**
   * Fuseki's own 5 MiB is more than Jetty's pool keeps, so that every answer would allocate and
   * clear it anew: ten times fewer small answers a second.
   */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  /** An address of 64 kB, and what else belongs to a head. */
  private static final int MOST_OF_A_HEAD = 80 * 1024;

  /** How long a connection may be silent, between requests and within one. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** How long the head of a request may take, however busily it trickles in. */
  private static final Duration FOR_A_HEAD = Duration.ofSeconds(20);

  /** Connections that come faster than they are taken wait here; the system may allow fewer. */
  private static final int BACKLOG = 1024;

  private Listening() {}

  /**
   * Requests are read and answered on virtual threads, so that no number of slow clients takes all
   * there are. The threads of the pool only wait for connections and for what arrives by them.
   */
  private static void useVirtualThreads(Server jetty) {
    if (jetty.getThreadPool() instanceof QueuedThreadPool pool) {
      pool.setReservedThreads(0);
      pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }
  }

  /**
   * Opens the port on every address that the host has. A client that takes {@code localhost} for
   * {@code ::1} and does not try {@code 127.0.0.1} as well, such as Node.js 18, is served too.
   */
  static void arrange(Server jetty, Settings.Listen listen) throws IOException {
    useVirtualThreads(jetty);
    ServerConnector given = (ServerConnector) jetty.getConnectors()[0];
    HttpConnectionFactory http =
        new WholeMessages(
            given.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
    configure(http.getHttpConfiguration(), listen);
    jetty.removeConnector(given);
    ConnectionFactory[] protocols = protocols(http, TlsKeys.read(listen));
    int port = listen.port();
    for (InetAddress address : addresses(listen.host())) {
      ServerConnector connector = new ServerConnector(jetty, protocols);
      connector.setIdleTimeout(IDLE.toMillis());
      connector.setAcceptQueueSize(BACKLOG);
      jetty.addConnector(connector);
      open(connector, address, port);
      port = connector.getLocalPort();
    }
    ConnectionKeeper.watch(jetty, FOR_A_HEAD);
  }

  private static void configure(HttpConfiguration http, Settings.Listen listen) {
    http.setOutputBufferSize(OUTPUT_BUFFER);
    http.setRequestHeaderSize(MOST_OF_A_HEAD);
    http.setSendServerVersion(false);
    if (listen.behindProxy()) {
      http.addCustomizer(new BehindProxy());
    }
  }

  private static ConnectionFactory[] protocols(HttpConnectionFactory http, Optional<TlsKeys> keys) {
    if (keys.isEmpty()) {
      return new ConnectionFactory[] {http};
    }
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(keys.get().store());
    tls.setKeyStorePassword(keys.get().password());
    http.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()), http
    };
  }

  /** The addresses of the host that this machine has: names may stand for more than there is. */
  private static List<InetAddress> addresses(String host) throws IOException {
    InetAddress[] named = InetAddress.getAllByName(host);
    List<InetAddress> own = new ArrayList<>();
    for (InetAddress address : named) {
      boolean here =
          address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
      if (here && !own.contains(address)) {
        own.add(address);
      }
    }
    return own.isEmpty() ? List.of(named) : own;
  }

  private static void open(ServerConnector connector, InetAddress address, int port)
      throws IOException {
    connector.setHost(address.getHostAddress());
    connector.setPort(port);
    connector.open();
  }
}
