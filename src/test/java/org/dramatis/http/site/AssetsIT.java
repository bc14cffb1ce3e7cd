package org.dramatis.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.http.WithServer;
import org.junit.jupiter.api.Test;

/** What pages load is kept by browsers for as long as it is the same. */
class AssetsIT extends WithServer {

  private static final Path FILES = Path.of("src/main/resources/org/dramatis/http/page/assets");
  private static final Pattern LOADED =
      Pattern.compile("(?:<link [^>]*href|src)=\"(/assets/[^\"]*)\"");

  private List<String> loaded() throws Exception {
    return LOADED
        .matcher(server.get("/problems/", "Accept", "text/html").body())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void whatAPageLoadsIsKeptForEver() throws Exception {
    assertThat(loaded()).hasSize(3);
    for (String address : loaded()) {
      HttpResponse<String> asset = server.get(address);
      assertThat(asset.statusCode()).as(address).isEqualTo(200);
      assertThat(header(asset, "Cache-Control")).contains("immutable");
      assertThat(server.get(address, "If-None-Match", header(asset, "ETag")).statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void aPageOfAnOlderProgramStillFindsItsStyleAndDoesNotKeepIt() throws Exception {
    HttpResponse<String> style = server.get("/assets/0123456789abcdef/style.css");

    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(header(style, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theStyleIsCompressed() throws Exception {
    String style = loaded().getFirst();

    assertThat(header(server.get(style, "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEqualTo("gzip");
    assertThat(header(server.get(style), "Content-Type")).isEqualTo("text/css;charset=utf-8");
  }

  @Test
  void nothingElseIsServedThere() throws Exception {
    for (String path : List.of("/assets", "/assets/", "/assets/x/", "/assets/x/../Page.class")) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void everyFileThatIsThereIsServed() throws Exception {
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        assertThat(server.get("/assets/x/" + file.getFileName()).body())
            .isEqualTo(Files.readString(file));
      }
    }
  }
}
