package org.dramatis.http;

import java.io.IOException;
import java.nio.file.Files;

/** A server of its own process, which prints its port and stays until its input ends. */
public final class SmallServer {

  private SmallServer() {}

  public static void main(String[] arguments) throws IOException {
    try (TestServer server =
        TestServer.start(
            Files.createTempDirectory("small"),
            DenseData.trig(),
            TestServer.settings("time-limit", "1", "waiting", "200", "request-log", "stderr"))) {
      IO.println(server.port());
      while (System.in.read() >= 0) {
        // Nothing is ever said; the end of the input is what counts.
      }
    }
  }
}
