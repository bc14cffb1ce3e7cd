package org.dramatis.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where Jetty listens, and how its answers are buffered. */
final class Listening {

  /**
   * Fuseki's own 5 MiB is more than Jetty's pool keeps, so that every answer would allocate and
   * clear it anew: ten times fewer small answers a second.
   */
  private static final int OUTPUT_BUFFER = 32 * 1024;

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
  static void arrange(Server jetty, String host, int port) throws IOException {
    useVirtualThreads(jetty);
    ServerConnector first = (ServerConnector) jetty.getConnectors()[0];
    HttpConnectionFactory http = first.getConnectionFactory(HttpConnectionFactory.class);
    http.getHttpConfiguration().setOutputBufferSize(OUTPUT_BUFFER);
    List<InetAddress> addresses = addresses(host);
    open(first, addresses.getFirst(), port);
    for (InetAddress address : addresses.subList(1, addresses.size())) {
      ServerConnector further = new ServerConnector(jetty, http);
      jetty.addConnector(further);
      open(further, address, first.getLocalPort());
    }
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
