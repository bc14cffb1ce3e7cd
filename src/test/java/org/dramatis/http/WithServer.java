package org.dramatis.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one server of a few statements, which is there for all of a class. */
public abstract class WithServer {

  public static TestServer server;

  @BeforeAll
  public static void start(@TempDir Path folder) throws IOException {
    server = TestServer.start(folder);
  }

  @AfterAll
  public static void stop() {
    server.close();
  }
}
