package org.dramatis.http.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;

import java.net.http.HttpResponse;
import org.dramatis.http.ProjectServer;
import org.junit.jupiter.api.Test;

/** How two things are connected is told on a page. */
class PathsEndpointIT {

  private static HttpResponse<String> ask(String from, String to) throws Exception {
    return ProjectServer.server()
        .get("/paths?from=" + encode(from) + "&to=" + encode(to), "Accept", "text/html");
  }

  /** What stands on a page, without its markup. */
  private static String text(HttpResponse<String> page) {
    return page.body()
        .replaceAll("(?s).*<main", "<main")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ");
  }

  @Test
  void whatNobodyIsCalledIsSaid() throws Exception {
    assertThat(text(ask("Xqzzxqw Qqqw", "Netflix")))
        .contains("Nothing is called like Xqzzxqw Qqqw");
    assertThat(text(ask("https://w3id.org/dramatis/id/person/nobody", "Netflix")))
        .contains("Nothing is called like https://w3id.org/dramatis/id/person/nobody");
  }

  @Test
  void aNameThatIsTooLongIsRefused() throws Exception {
    assertThat(ask("x".repeat(501), "Netflix").statusCode()).isEqualTo(400);
  }

  @Test
  void peopleAreConnectedByWhatTheyDidInAWork() throws Exception {
    HttpResponse<String> page = ask("sofia carson", "Mary Jo Markey");

    assertThat(page.headers().firstValue("Dramatis-Version")).hasValue("1");
    assertThat(text(page))
        .contains("From Sofia Carson to Mary Jo Markey")
        .containsPattern("Sofia Carson \\S.* Purple Hearts.* \\S.* Mary Jo Markey");
    assertThat(page.body()).contains("/id/credit/", "/id/person/mary-jo-markey");
  }

  @Test
  void anEntityLeadsThere() throws Exception {
    String page =
        ProjectServer.server().get("/id/person/sofia-carson", "Accept", "text/html").body();

    assertThat(page)
        .contains(
            "href=\"/paths?from=https%3A%2F%2Fw3id.org%2Fdramatis%2Fid%2Fperson%2Fsofia-carson\"");
  }
}
