package org.dramatis.browser;

import static org.dramatis.http.TestServer.header;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dramatis.entity.SampleArticle;
import org.dramatis.entity.Texts;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;

/** The servers whose pages are tried. */
final class PageServers implements AutoCloseable {

  private static final String DIRECT = "application/sparql-query";

  private final TestServer project = ProjectServer.server();
  private final TestServer hostile;
  private final TestServer reading;
  private final Map<String, String> cited = new HashMap<>();

  private PageServers(TestServer hostile, TestServer reading) {
    this.hostile = hostile;
    this.reading = reading;
  }

  static PageServers start(Path folder) throws IOException, InterruptedException {
    HostileData.writeQuery(folder);
    PageServers servers =
        new PageServers(
            TestServer.start(Graphs.history(HostileData.trig()), TestServer.read(folder)),
            reading(Files.createDirectories(folder.resolve("texts"))));
    servers.cite(servers.project, "SELECT ?s { ?s a ?class } LIMIT 3", "query", "answer");
    servers.cite(
        servers.hostile,
        "SELECT * { ?s ?p \"</textarea></pre><script>alert(1)</script>\" }",
        "hostile-query",
        "hostile-answer");
    return servers;
  }

  /** A server that has the words of an article. */
  private static TestServer reading(Path folder) throws IOException {
    Files.writeString(folder.resolve("article.txt"), SampleArticle.TEXT);
    History history = Graphs.history(SampleArticle.trig());
    try (Snapshot snapshot = history.store().open()) {
      return TestServer.start(history, Catalogue.empty(), Texts.of(folder, snapshot.dataset()));
    }
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
      case "reading" -> reading;
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
    reading.close();
  }
}
