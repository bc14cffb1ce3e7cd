package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upload that is cut off commits nothing, wherever it is cut: what has arrived by then would be
 * a legal document or update, more than once.
 */
class CutOffUploadIT {

  private static final int CLIENTS = 24;
  private static final int PATIENCE_MS = 20_000;

  private static final String TURTLE = "<x:a> <x:b> 1 .\n<x:a> <x:b> 2 .\n";
  private static final String QUADS =
      """
      <x:a> <x:b> "1" <x:h> .
      <x:a> <x:b> "2"^^<http://www.w3.org/2001/XMLSchema#integer> <x:g> .
      """;

  private static final String UPDATE =
      "CLEAR ALL ;\nINSERT DATA { GRAPH <x:g> { <x:a> <x:b> 2 } } ;\n#\n";

  @TempDir private Path folder;

  private enum End {
    /** The client says that it sends no more. */
    FIN,
    /** The client is gone. */
    RST
  }

  private record Upload(String name, String text) {

    byte[] bytes() {
      return text.getBytes(StandardCharsets.US_ASCII);
    }

    static List<Upload> all() {
      List<Upload> all = new ArrayList<>();
      for (String method : List.of("POST", "PUT")) {
        all.addAll(of(method + " /data?graph=x:g", "text/turtle", TURTLE));
        all.addAll(of(method + " /dump", "application/n-quads", QUADS));
      }
      all.addAll(of("POST /update", "application/sparql-update", UPDATE));
      return all;
    }

    private static List<Upload> of(String line, String type, String body) {
      String head =
          "%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
              .formatted(line, WritableServer.WRITER, type);
      String chunked =
          body.lines()
              .map(text -> "%x\r\n%s\n\r\n".formatted(text.length() + 1, text))
              .collect(Collectors.joining());
      return List.of(
          upload(line + " by length", head + "Content-Length: " + body.length(), body),
          upload(line + " in chunks", head + "Transfer-Encoding: chunked", chunked + "0\r\n\r\n"));
    }

    private static Upload upload(String name, String head, String body) {
      return new Upload(name, head + "\r\n\r\n" + body);
    }
  }

  @Test
  void aCutOffUploadCommitsNothingWhereverItIsCut() throws Exception {
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      server.put("/data?graph=x:g", "<x:a> <x:b> 0 .");
      List<Callable<Boolean>> cuts = new ArrayList<>();
      for (Upload upload : Upload.all()) {
        for (int length = 0; length < upload.bytes().length; length++) {
          int sent = length;
          for (End end : End.values()) {
            cuts.add(() -> send(server.port(), upload.bytes(), sent, end));
          }
        }
      }
      run(cuts);
      awaitQuiet(server);

      assertThat(server.ask("{ GRAPH <x:g> { <x:a> <x:b> 0 } }")).isTrue();
      assertThat(server.version()).isEqualTo(new Version(1));
      for (Upload upload : Upload.all()) {
        send(server.port(), upload.bytes(), upload.bytes().length, End.FIN);
      }
      assertThat(server.ask("{ GRAPH <x:g> { <x:a> <x:b> 2 } }")).isTrue();
      assertThat(server.version().number()).as("whole uploads count").isGreaterThan(1);
    }
  }

  private static void run(List<Callable<Boolean>> cuts) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Boolean> cut : clients.invokeAll(cuts)) {
        assertThat(cut.get()).isTrue();
      }
    }
  }

  /** A reset is not answered: only the server knows when it has dealt with the last of them. */
  private static void awaitQuiet(WritableServer server) throws Exception {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
    while (!isQuiet(server.anonymous("GET", "/metrics", "").body())) {
      assertThat(System.nanoTime()).as("requests are still unanswered").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** Nobody is here but the one who asks. */
  private static boolean isQuiet(String metrics) {
    return metrics.contains("\ndramatis_requests_unanswered 1.0\n")
        && metrics.contains("\ndramatis_connections 1.0\n");
  }

  /** Sends so many bytes and waits until the server has done with the connection. */
  private static boolean send(int port, byte[] bytes, int length, End end) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(bytes, 0, length);
      out.flush();
      switch (end) {
        case RST -> socket.setSoLinger(true, 0);
        case FIN -> {
          socket.shutdownOutput();
          awaitEnd(socket);
        }
      }
      return true;
    }
  }

  private static void awaitEnd(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }
}
