package org.dramatis.http.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A small client of Server-Sent Events on a connection of its own. */
final class Listener implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final BufferedReader in;
  private String lastId = "";

  /** What it was told of one event. */
  record Event(String id, String name, String data, long nanos) {}

  private Listener(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Asks, and reads up to the first blank line of the stream, so that it is surely heard. */
  static Listener open(int port, String query, String... headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    StringBuilder request =
        new StringBuilder("GET /changes" + query + " HTTP/1.1\r\nHost: localhost\r\n");
    request.append("Accept: text/event-stream\r\nAccept-Encoding: gzip\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket
        .getOutputStream()
        .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    return new Listener(socket);
  }

  /** The head of the answer. */
  List<String> head() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  /** Waits until it is told where it begins. */
  Listener begun() throws IOException {
    head();
    for (String line = in.readLine(); !line.startsWith("id: "); line = in.readLine()) {
      // The size of the chunk, and the time to wait before it asks again.
    }
    return this;
  }

  /** The next event; lines of chunks and comments are passed over. */
  Event next() throws IOException {
    String name = "";
    String data = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("id: ")) {
        lastId = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && !data.isEmpty()) {
        return new Event(lastId, name, data, System.nanoTime());
      }
    }
    throw new IOException("the stream has ended");
  }

  /** Reads to the end of the answer; the last chunk says whether it was ended in order. */
  String rest() throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      rest.append(line).append('\n');
      if (line.equals("0")) {
        break;
      }
    }
    return rest.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
