package org.dramatis.browser;

import static org.dramatis.http.TestServer.header;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.query.Graphs;

/** The servers whose pages are tried. */
final class PageServers implements AutoCloseable {

  private static final String DIRECT = "application/sparql-query";

  private final TestServer project = ProjectServer.server();
  private final TestServer hostile;
  private final Map<String, String> cited = new HashMap<>();

  private PageServers(TestServer hostile) {
    this.hostile = hostile;
  }

  static PageServers start(Path folder) throws IOException, InterruptedException {
    HostileData.writeQuery(folder);
    PageServers servers =
        new PageServers(
            TestServer.start(Graphs.history(HostileData.trig()), TestServer.read(folder)));
    servers.cite(servers.project, "SELECT ?s { ?s a ?class } LIMIT 3", "query", "answer");
    servers.cite(
        servers.hostile,
        "SELECT * { ?s ?p \"</textarea></pre><script>alert(1)</script>\" }",
        "hostile-query",
        "hostile-answer");
    return servers;
  }

  private void cite(TestServer server, String query, String queryName, String answerName)
      throws IOException, InterruptedException {
    HttpResponse<String> response = server.post("/q", DIRECT, query);
    String answer = header(response, "Content-Location");
    cited.put(answerName, answer);
    cited.put(queryName, answer.substring(0, answer.indexOf('@')));
  }

  /** The server of a page. */
  TestServer of(ListedPage page) {
    return switch (page.server()) {
      case "project" -> project;
      case "hostile" -> hostile;
      default -> throw new IllegalArgumentException("there is no server " + page.server());
    };
  }

  /** Where a page is. */
  URI address(ListedPage page) {
    String path = page.address();
    for (Map.Entry<String, String> entry : cited.entrySet()) {
      path = path.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return of(page).uri(path);
  }

  @Override
  public void close() {
    hostile.close();
  }
}
