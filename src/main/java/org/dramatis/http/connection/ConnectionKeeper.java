package org.dramatis.http.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.refusal.ProblemAnswer;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the number of connections within bounds: those on which nothing is asked give way when
 * there are many, and a request has to have arrived up to its body within a time.
 */
public final class ConnectionKeeper extends AbstractLifeCycle implements Connection.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionKeeper.class);

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int MOST = 10_000;
  private static final double SHARE_OF_FILES = 0.8;

  /** When there are more than this share of the most, idle ones give way. */
  private static final double MANY = 0.9;

  private static final HttpProblem TOO_MANY =
      HttpProblem.of(ProblemType.OVERLOADED, "there are too many connections")
          .retryAfter(Duration.ofSeconds(5));

  private final Server jetty;
  private final int most;
  private final long headerNanos;
  private final AtomicInteger open = new AtomicInteger();
  private final Thread thread =
      Thread.ofPlatform().name("connections").daemon().unstarted(this::keepLooking);
  private Map<EndPoint, Long> headerBegan = Map.of();

  private ConnectionKeeper(Server jetty, int most, Duration headerTime) {
    this.jetty = jetty;
    this.most = most;
    this.headerNanos = headerTime.toNanos();
  }

  /** Watches over all connections of a server that is not started yet. */
  public static void watch(Server jetty, Duration headerTime) {
    watch(jetty, mostConnections(), headerTime);
  }

  static void watch(Server jetty, int most, Duration headerTime) {
    ConnectionKeeper keeper = new ConnectionKeeper(jetty, most, headerTime);
    jetty.addBean(keeper);
    for (Connector connector : jetty.getConnectors()) {
      connector.addEventListener(keeper);
    }
  }

  /** As many as the operating system has room for, when files are to be opened too. */
  static int mostConnections() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(MOST, unix.getMaxFileDescriptorCount() * SHARE_OF_FILES)
        : MOST;
  }

  @Override
  protected void doStart() {
    thread.start();
  }

  @Override
  protected void doStop() {
    thread.interrupt();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection && open.incrementAndGet() > most) {
      refuse(connection.getEndPoint());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection) {
      open.decrementAndGet();
    }
  }

  private static void refuse(EndPoint endPoint) {
    try {
      ProblemAnswer answer = ProblemAnswer.document(TOO_MANY, Exchange.newId());
      endPoint.flush(ByteBuffer.wrap(answer.lastOfAConnection("Service Unavailable")));
      endPoint.close();
    } catch (IOException gone) {
      endPoint.close(gone);
    }
  }

  private void keepLooking() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(EVERY);
        look(System.nanoTime());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | OutOfMemoryError fault) {
        // Whatever happens, somebody has to look.
        LOG.error("The look at the connections failed", fault);
      }
    }
  }

  private void look(long now) {
    Map<EndPoint, Long> began = new HashMap<>();
    List<Idle> idle = new ArrayList<>();
    for (Connector connector : jetty.getConnectors()) {
      for (EndPoint endPoint : connector.getConnectedEndPoints()) {
        if (http(endPoint) instanceof HttpConnection http) {
          HttpParser parser = http.getParser();
          if (parser.isStart() && endPoint instanceof IdleTimeout quiet) {
            idle.add(new Idle(endPoint, quiet.getIdleFor()));
          } else if (parser.inHeaderState() && !parser.isStart()) {
            began.put(endPoint, headerBegan.getOrDefault(endPoint, now));
          }
        }
      }
    }
    headerBegan = began;
    began.forEach((endPoint, since) -> {
      if (now - since > headerNanos) {
        endPoint.close(new IOException("the head of the request did not arrive in time"));
      }
    });
    makeRoom(idle);
  }

  private static Connection http(EndPoint endPoint) {
    return endPoint.getConnection() instanceof SslConnection tls
        ? tls.getSslEndPoint().getConnection()
        : endPoint.getConnection();
  }

  private void makeRoom(List<Idle> idle) {
    int surplus = open.get() - (int) (most * MANY);
    if (surplus > 0) {
      idle.stream()
          .sorted(Comparator.comparingLong(Idle::millis).reversed())
          .limit(surplus)
          .forEach(quiet -> quiet.endPoint().close(new IOException("others need the connection")));
    }
  }

  /** A connection on which nothing is asked, and for how long that was so when it was looked at. */
  private record Idle(EndPoint endPoint, long millis) {}
}
