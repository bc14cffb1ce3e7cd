package org.dramatis.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever keeps in step need not know that the server was away. */
@Timeout(60)
final class FeedOverRestartsIT {

  private static final String ANN = "https://w3id.org/dramatis/id/person/ann";

  @TempDir private Path folder;

  private static void change(WritableServer server, int number) throws Exception {
    HttpResponse<String> response =
        server.update("INSERT DATA { GRAPH <urn:g> { <%s> <urn:p> %d } }".formatted(ANN, number));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
  }

  private static long version(Listener.Event event) {
    return JSON.parse(event.data()).getNumber("version").longValue();
  }

  @Test
  void whoFollowsGoesOnAfterARestartWithoutGapOrDouble() throws Exception {
    List<Long> told = new ArrayList<>();
    List<String> last = new ArrayList<>();
    WritableServer.session(
        folder,
        server -> {
          change(server, 1);
          try (Listener listener = Listener.open(server.port(), "?since=0")) {
            told.add(version(listener.next()));
            change(server, 2);
            Listener.Event second = listener.next();
            told.add(version(second));
            last.add(second.id());
          }
          change(server, 3);
        });
    WritableServer.session(
        folder,
        server -> {
          change(server, 4);
          String resumed = "Last-Event-ID: " + last.getFirst();
          try (Listener listener = Listener.open(server.port(), "?since=0", resumed)) {
            told.add(version(listener.next()));
            told.add(version(listener.next()));
            change(server, 5);
            told.add(version(listener.next()));
          }
        });

    assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aPageThatIsKeptForEverIsTheSameAfterARestart() throws Exception {
    List<HttpResponse<String>> pages = new ArrayList<>();
    List<String> first = new ArrayList<>();
    WritableServer.session(
        folder,
        server -> {
          change(server, 1);
          first.add(header(server.anonymous("GET", "/changes?since=1", ""), "Dramatis-Version-Id"));
          change(server, 2);
          change(server, 3);
          pages.add(page(server, first.getFirst()));
        });
    WritableServer.session(
        folder,
        server -> {
          change(server, 4);
          pages.add(page(server, first.getFirst()));
        });

    HttpResponse<String> before = pages.getFirst();
    HttpResponse<String> after = pages.getLast();
    assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
    assertThat(header(before, "Cache-Control")).contains("immutable");
    assertThat(header(after, "Cache-Control")).contains("immutable");
    assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
    assertThat(withoutPort(after)).contains(ANN + "?version=2").isEqualTo(withoutPort(before));
  }

  /** Each server of a test has another one, and names its pages by it. */
  private static String withoutPort(HttpResponse<String> response) {
    return response.body().replace(":" + response.uri().getPort(), "");
  }

  private static HttpResponse<String> page(WritableServer server, String since) throws Exception {
    return server.anonymous("GET", "/changes?limit=1&since=" + since, "", "Accept", "text/turtle");
  }

  @Test
  void whoIsRetiredIsToldAsDeletedAndStaysGone() throws Exception {
    WritableServer.session(
        folder,
        server -> {
          change(server, 1);
          HttpResponse<String> retired =
              server.with(
                  WritableServer.WRITER,
                  "POST",
                  "/identity",
                  "retire=" + ANN + "&why=never+was",
                  "Content-Type",
                  "application/x-www-form-urlencoded");
          assertThat(retired.statusCode()).as(retired.body()).isLessThan(300);
        });
    WritableServer.session(
        folder,
        server -> {
          String page =
              server.anonymous("GET", "/changes?since=1", "", "Accept", "text/turtle").body();
          assertThat(page).contains("Delete").contains(ANN + "?version=2");
          assertThat(server.anonymous("GET", "/id/person/ann", "").statusCode()).isEqualTo(410);
        });
  }
}
