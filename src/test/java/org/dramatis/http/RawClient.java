package org.dramatis.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of which a test says every byte: clients that are slow, rude or gone. */
public final class RawClient implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");
  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  public RawClient(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** A GET request that keeps the connection. */
  public static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  public RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  /** The next whole answer with a length: its head and its body. */
  public String answer() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) read(in));
    }
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new IOException("an answer without a length: " + head);
    }
    byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
    return head + new String(body, StandardCharsets.UTF_8);
  }

  private static int read(InputStream in) throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new IOException("the server closed the connection");
    }
    return next;
  }

  /** The first line of what comes next. */
  public String firstLine() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append((char) read(in));
    }
    return line.toString();
  }

  /** The next byte; -1 when the server closed the connection. */
  public int read() throws IOException {
    return socket.getInputStream().read();
  }

  /** Goes away at once: the server gets a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Goes away as a program does that ends: the server gets a FIN. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
