package org.dramatis.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server without anything to answer: only its connections matter here. */
class ConnectionKeeperTest {

  private static final int MOST = 10;

  private final Server jetty = new Server();
  private final ServerConnector connector = new ServerConnector(jetty);
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    ConnectionKeeper.watch(jetty, MOST, Duration.ofSeconds(1));
    jetty.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    jetty.stop();
  }

  private Socket connect(String beginning) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(10_000);
    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    sockets.add(socket);
    return socket;
  }

  @Test
  void aHeadThatTricklesInIsNotWaitedForTooLong() throws Exception {
    Socket slow = connect("GET / HT");
    assertThat(slow.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void anIdleConnectionMayStayAsLongAsThereIsRoom() throws Exception {
    Socket idle = connect("");
    Thread.sleep(3000);
    idle.getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(idle.getInputStream().read()).isEqualTo('H');
  }

  @Test
  void theConnectionThatIsIdleLongestGivesWayWhenThereAreMany() throws Exception {
    Socket longest = connect("");
    Thread.sleep(100);
    for (int i = 1; i < MOST; i++) {
      connect("");
    }
    assertThat(longest.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void oneTooManyIsToldSo() throws Exception {
    for (int i = 0; i <= MOST; i++) {
      connect("GET / HT");
    }
    List<String> told = new ArrayList<>();
    for (Socket socket : sockets) {
      told.add(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
    }
    // Which of them comes last is up to the threads that take them.
    assertThat(told).filteredOn("HTTP/1.1 503"::equals).hasSize(1);
    assertThat(told).filteredOn(String::isEmpty).hasSize(MOST);
  }
}
