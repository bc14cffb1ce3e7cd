package org.dramatis.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A port, a file and a class that notice who comes by. */
final class Canaries implements AutoCloseable {

  /** Stands in the file and nowhere else, so that it shows up where the file was read. */
  static final String SECRET = "nightingale-7531";

  private final ServerSocket port;
  private final Path file;
  private final AtomicInteger visits = new AtomicInteger();

  Canaries(Path folder) throws IOException {
    file =
        Files.writeString(
            folder.resolve("canary.nt"),
            "<http://example.org/%1$s> <http://example.org/%1$s> \"%1$s\" .\n".formatted(SECRET));
    port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    while (!port.isClosed()) {
      try {
        port.accept().close();
        visits.incrementAndGet();
      } catch (IOException closed) {
        if (!port.isClosed()) {
          visits.incrementAndGet();
        }
      }
    }
  }

  /** Puts addresses in the place of the names in braces. */
  String in(String text) {
    return text.replace("{http}", "http://127.0.0.1:" + port.getLocalPort())
        .replace("{port}", String.valueOf(port.getLocalPort()))
        .replace("{file}", file.toUri().toString())
        .replace("{class}", Canary.class.getName());
  }

  int visits() {
    return visits.get();
  }

  boolean classWasLoaded() {
    return Canary.Cage.OPENED.get();
  }

  @Override
  public void close() throws IOException {
    port.close();
  }
}
