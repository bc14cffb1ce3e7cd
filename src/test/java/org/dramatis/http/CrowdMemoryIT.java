package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** A crowd leaves nothing behind: after the first, a second one adds nothing to the memory. */
class CrowdMemoryIT {

  private static final int ASKED = 100;

  private static final long MIB = 1024 * 1024;

  /**
   * What may live on the heap after the second crowd that did not after the first. It was 50 kB at
   * most; if each connection left 8 KiB, a quarter of its buffer, that would be more than this.
   */
  private static final long MORE_HEAP = 2 * MIB;

  /**
   * What the process may have grown by. Besides the heap it holds compiled code, stacks and the
   * arenas of malloc, which grew by 3 to 4 MiB; if each connection left 64 KiB, two buffers, that
   * would be more than this.
   */
  private static final long MORE_RESIDENT = 16 * MIB;

  private static final String LARGE = TestServer.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f }");

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aSecondCrowdTakesNoMoreMemoryThanTheFirst() throws Exception {
    assertThat(MORE_HEAP).isLessThan(Crowd.SIZE * 8L * 1024);
    assertThat(MORE_RESIDENT).isLessThan(Crowd.SIZE * 64L * 1024);
    try (ServerProcess server = ServerProcess.start("client-work", "0", "running", "40")) {
      gather(server);
      ServerProcess.Memory first = server.memory();
      gather(server);
      ServerProcess.Memory second = server.memory();

      assertThat(second.heap() - first.heap()).as("heap").isLessThan(MORE_HEAP);
      assertThat(second.resident() - first.resident()).as("resident").isLessThan(MORE_RESIDENT);
    }
  }

  /** A crowd comes, others ask meanwhile, and it goes. */
  private void gather(ServerProcess server) throws IOException, InterruptedException {
    try (Crowd _ = Crowd.at(server.uri("/").getPort(), LARGE)) {
      Thread.sleep(500);
      for (int i = 0; i < ASKED; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(server.uri(TestServer.sparql("ASK { FILTER(" + i + " = 1) }")))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      }
    }
    // The answers that nobody read are given up within a second.
    Thread.sleep(2_000);
  }
}
