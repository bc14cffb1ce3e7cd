package org.dramatis.query.federation;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to one of the network addresses that were checked. Java's own HTTP client would look
 * the name up again, and could then be led elsewhere.
 */
final class PinnedConnection implements AutoCloseable {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private final URI uri;
  private final Socket raw;
  private final Socket socket;
  private final Thread watch;
  private final Patience patience;

  private PinnedConnection(URI uri, Socket raw, Socket socket, Thread watch, Patience patience) {
    this.patience = patience;
    this.uri = uri;
    this.raw = raw;
    this.socket = socket;
    this.watch = watch;
  }

  /** Connects to the first address that takes the connection. */
  static PinnedConnection open(URI uri, List<InetAddress> addresses, Patience patience)
      throws IOException {
    IOException last = new IOException("it cannot be reached");
    for (InetAddress address : addresses) {
      Socket raw = new Socket(Proxy.NO_PROXY);
      Thread watch = Thread.ofVirtual().name("watch").start(() -> closeWhenOver(raw, patience));
      try {
        raw.connect(
            new InetSocketAddress(address, AllowedEndpoint.port(uri)),
            Math.toIntExact(LONGEST_CONNECT.toMillis()));
        return new PinnedConnection(uri, raw, secured(uri, raw), watch, patience);
      } catch (IOException unreachable) {
        watch.interrupt();
        raw.close();
        patience.check();
        last = unreachable;
      }
    }
    throw last;
  }

  /** Closing the socket is what ends a read or a write that waits for the other side. */
  private static void closeWhenOver(Socket socket, Patience patience) {
    try {
      while (patience.left().isPositive() && !isStopped(patience)) {
        Thread.sleep(LOOK_AGAIN);
      }
      socket.close();
    } catch (InterruptedException | IOException done) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isStopped(Patience patience) {
    try {
      patience.check();
      return false;
    } catch (RuntimeException stopped) {
      return true;
    }
  }

  private static Socket secured(URI uri, Socket raw) throws IOException {
    if (!uri.getScheme().equalsIgnoreCase("https")) {
      return raw;
    }
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket =
        (SSLSocket) factory.createSocket(raw, uri.getHost(), AllowedEndpoint.port(uri), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Sends the request, as POST if there is a form, and reads the response. */
  RemoteResponse exchange(String form) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((head(form) + form).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return RemoteResponse.read(
        new BufferedInputStream(new Counted(socket.getInputStream(), patience)),
        RemoteEndpoints.MAX_BYTES);
  }

  /** Tells of what is read as soon as it is. */
  private static final class Counted extends FilterInputStream {
    private final Patience patience;

    Counted(InputStream in, Patience patience) {
      super(in);
      this.patience = patience;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      patience.took(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      patience.took(Math.max(0, read));
      return read;
    }
  }

  /** Nothing of the request that led here is passed on. */
  private String head(String form) {
    String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String head =
        """
        %s %s HTTP/1.1
        Host: %s%s
        Accept: %s
        Accept-Encoding: identity
        User-Agent: Dramatis
        Connection: close
        """
            .formatted(
                form.isEmpty() ? "GET" : "POST",
                target,
                uri.getHost(),
                port,
                String.join(", ", RemoteEndpoints.MEDIA_TYPES));
    String body =
        form.isEmpty()
            ? ""
            : """
            Content-Type: application/x-www-form-urlencoded
            Content-Length: %d
            """
                .formatted(form.length());
    return (head + body + "\n").replace("\n", "\r\n");
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    try {
      socket.close();
    } finally {
      raw.close();
    }
  }
}
