package org.dramatis.http;

import java.nio.file.Path;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write to a server, each to an empty one of its own. */
public abstract class WithWritableServer {

  @TempDir protected Path folder;
  public WritableServer server;

  @BeforeEach
  public void start() throws Exception {
    server = WritableServer.start(folder, DefaultGraph.UNION);
  }

  @AfterEach
  public void stop() {
    server.close();
  }
}
