package org.dramatis.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Connections that say nothing, say something slowly, or ask for much and read none of it. */
public final class Crowd implements AutoCloseable {

  static final int IDLE = 200;
  static final int SLOW = 50;
  static final int READERS = 20;

  /** All of them. */
  static final int SIZE = IDLE + 2 * SLOW + READERS;

  private final int port;
  private final List<RawClient> clients = new ArrayList<>();

  private Crowd(int port) {
    this.port = port;
  }

  /** Gathers at a server; the readers ask the address of a large answer. */
  public static Crowd at(int port, String large) throws IOException {
    Crowd crowd = new Crowd(port);
    crowd.join(IDLE, "");
    crowd.join(SLOW, "GET /sparql?query=ASK HTTP/1.1\r\nHost: local");
    crowd.join(
        SLOW,
        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
            + "Content-Length: 100\r\n\r\nASK");
    crowd.join(READERS, RawClient.get(large));
    return crowd;
  }

  private void join(int number, String beginning) throws IOException {
    for (int i = 0; i < number; i++) {
      clients.add(new RawClient(port).send(beginning));
    }
  }

  /** All leave. */
  @Override
  public void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }
}
