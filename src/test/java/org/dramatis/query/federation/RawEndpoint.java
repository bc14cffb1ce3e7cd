package org.dramatis.query.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint on loopback that sends prepared bytes for each path, right or wrong. */
public final class RawEndpoint implements AutoCloseable {

  private static final String JSON_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n";

  private final ServerSocket listening;
  private final Map<String, String> responses = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Listens on a free port until it is closed. */
  public RawEndpoint() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  /** Sends these bytes, and then ends the connection. */
  public RawEndpoint on(String path, String response) {
    responses.put(path, response);
    return this;
  }

  /** Sends results in JSON with their length. */
  public RawEndpoint onJson(String path, String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return on(path, JSON_HEAD + "Content-Length: " + length + "\r\n\r\n" + json);
  }

  /** Begins an answer and never goes on. */
  public RawEndpoint onSilence(String path) {
    return on(path, JSON_HEAD + "Content-Length: 10\r\n\r\n\0");
  }

  /** The heads of all requests so far, with the body where there was one. */
  public List<String> requests() {
    return requests;
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** The address of a path. */
  public String address(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The entry that allows everything here. */
  public String entry() {
    return "private:" + address("/");
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        if (!listening.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String request = request(socket.getInputStream());
      requests.add(request);
      String path = request.split(" ", 3)[1].split("\\?", 2)[0];
      String response =
          responses.getOrDefault(path, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      socket
          .getOutputStream()
          .write(response.replaceAll("\0$", "").getBytes(StandardCharsets.UTF_8));
      if (response.endsWith("\0")) {
        socket.getInputStream().read();
      } else {
        socket.shutdownOutput();
      }
    } catch (IOException gone) {
      requests.add("gone: " + gone.getMessage());
    }
  }

  private static String request(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        return request.append("\r\n\r\n").toString();
      }
      request.append((char) b);
    }
    String head = request.toString();
    int length =
        head.lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring(16)))
            .findFirst()
            .orElse(0);
    return head + new String(in.readNBytes(length), StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
