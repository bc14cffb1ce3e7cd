package org.dramatis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the data and the requests say, a page shows it as text. */
class HostilePagesIT {

  private static final Pattern LEADS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern SAFE = Pattern.compile("(?:/(?!/)|[#?]|https?://).*");

  /** A script that the page itself has: a file of ours, or the map of the names of such files. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "<script type=\"(?:module\" src=\"/assets/[0-9a-f]{16}/[a-z]+\\.js\"></script>"
              + "|importmap\">\\{\"imports\":\\{[@a-z0-9/\":,.-]*}}</script>)");

  private static PageServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = PageServers.start(folder);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  static Stream<ListedPage> pages() throws IOException {
    return ListedPage.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageShowsMarkupAsTextAndLeadsToPagesOnly(ListedPage page) throws Exception {
    URI address = servers.address(page);
    HttpResponse<String> drawn = servers.of(page).get(address.toString(), "Accept", "text/html");

    assertThat(drawn.statusCode())
        .isIn(page.isOfError() ? List.of(301, 404, 400, 410) : List.of(200));
    assertThat(drawn.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(drawn.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(drawn.body()).contains("data-page=\"%s\"".formatted(page.name()));
    assertIsHarmless(drawn.body());
  }

  private static void assertIsHarmless(String html) {
    assertThat(SCRIPT.matcher(html).results().count())
        .as("scripts of ours")
        .isPositive()
        .isEqualTo(html.split("<script", -1).length - 1);
    assertThat(html).doesNotContain("<img", "<!--", "</bdi></a></td><!", "\u0007", "\u0000");
    assertThat(LEADS.matcher(html).results().map(match -> match.group(1)).toList())
        .isNotEmpty()
        .allMatch(address -> SAFE.matcher(address).matches());
  }

  @Test
  void aTextThatIsAnnotatedIsShownAsText() throws Exception {
    TestServer server = servers.of(new ListedPage("hostile", "", ""));
    String text = "<script>alert(1)</script> W </textarea><img src=x onerror=alert(2)> \u202E";

    String html =
        server
            .post(
                "/annotate",
                "application/x-www-form-urlencoded",
                "text=" + TestServer.encode(text),
                "Accept",
                "text/html")
            .body();

    assertThat(html).contains("data-page=\"AnnotatePage\"", "&lt;/textarea&gt;");
    assertIsHarmless(html);
  }
}
