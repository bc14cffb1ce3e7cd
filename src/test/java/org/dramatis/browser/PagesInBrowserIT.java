package org.dramatis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page owes its reader, whatever window, light, paper or hands there are. */
@ExtendWith(NeedsChromium.class)
class PagesInBrowserIT {

  /** A folder into which a picture of each page is put, for somebody to look at. */
  private static final String PICTURES = "dramatis.pictures";

  static final String AXE = axe();

  static final String VIOLATIONS =
      """
      axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations
        .map(each => each.id + ": " + each.nodes.map(node => node.html.slice(0, 200)).join(" | "))
        .join("\\n"))
      """;

  /** In another scheme and window only colours are different. */
  private static final String UNREADABLE =
      VIOLATIONS.replace("{resultTypes", "{runOnly: [\"color-contrast\"], resultTypes");

  private static final String UNSAFE =
      """
      [...document.querySelectorAll("*")]
        .filter(element => [...element.attributes].some(each => each.name.startsWith("on"))
          || ["IMG", "IFRAME", "OBJECT", "EMBED", "BASE", "STYLE"].includes(element.tagName)
          || (element.tagName === "SCRIPT" && element.type !== "importmap" && !element.src.startsWith(location.origin + "/assets/"))
          || !["http:", "https:"].includes(new URL(
               element.getAttribute("href") ?? element.getAttribute("action") ?? "/", location.href).protocol))
        .map(element => element.outerHTML.slice(0, 200)).join("\\n")
      """;

  private static PageServers servers;
  private static Chromium chromium;
  private static Tab tab;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = PageServers.start(folder);
    chromium = Chromium.start(Chromium.find().orElseThrow());
    tab = chromium.open();
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
    servers.close();
  }

  @BeforeEach
  void showAsUsual() {
    tab.resize(1280, 900);
    tab.show("screen", "light");
    tab.runScripts(true);
  }

  static Stream<ListedPage> pages() throws IOException {
    return ListedPage.all().stream();
  }

  private static String axe() {
    try (InputStream in = PagesInBrowserIT.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe is not there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void isDrawnWithoutAComplaintAndAsksNobodyElse(ListedPage page) throws IOException {
    tab.go(servers.address(page));
    picture(page, "light");

    assertThat(tab.text("document.querySelector('main').dataset.page")).isEqualTo(page.name());
    assertThat(tab.text("document.title")).isNotBlank();
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests())
        .hasSizeGreaterThan(1)
        .allMatch(request -> request.getAuthority().equals(servers.address(page).getAuthority()));
    assertThat(tab.text(UNSAFE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void keepsNobodyOutInLightOrDark(ListedPage page) throws IOException {
    tab.go(servers.address(page));
    tab.run(AXE);
    assertThat(tab.text(VIOLATIONS)).isEmpty();

    tab.resize(320, 800);
    tab.show("screen", "dark");
    picture(page, "dark");
    assertThat(tab.text(UNREADABLE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void fitsEveryWindowAndPaper(ListedPage page) {
    tab.go(servers.address(page));
    for (int width : new int[] {320, 500, 1280, 2560}) {
      tab.resize(width, 900);
      assertThat(tab.number("document.documentElement.scrollWidth"))
          .as("a window of %d", width)
          .isLessThanOrEqualTo(width);
    }
    tab.resize(794, 1123);
    tab.show("print", "light");
    assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(794);
    assertThat(tab.text("getComputedStyle(document.querySelector('nav')).display"))
        .isEqualTo("none");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void saysTheSameWithoutScripts(ListedPage page) {
    // What only scripts can serve is not there without them: buttons that copy, and the tools of
    // the
    // editor in the place of its text area.
    String main =
        "document.querySelectorAll('button.copy, .scripted, form.ask').forEach(each => each.remove()),"
            + " document.querySelector('main').innerText.replace(/\\s+/g, ' ')";
    tab.go(servers.address(page));
    String with = tab.text(main);
    tab.runScripts(false);
    tab.go(servers.address(page));
    tab.runScripts(true);

    assertThat(withoutWhatDiffers(tab.text(main))).isEqualTo(withoutWhatDiffers(with));
  }

  /**
   * Times of computing and ids of requests are never the same; how long ago it was, scripts tell.
   */
  private static String withoutWhatDiffers(String text) {
    return text.replaceAll(
        "[0-9.]+ ms|request [0-9a-f]+|[0-9]+[.][0-9]+| [(](just now|[^()]* ago)[)]", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void isReadByKeysAlone(ListedPage page) {
    tab.go(servers.address(page));
    tab.press("Tab");
    assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
    tab.press("Enter");
    assertThat(tab.text("location.hash")).isEqualTo("#content");
    tab.press("Tab");
    assertThat(tab.text("document.activeElement.closest('main, footer') ? 'inside' : 'before'"))
        .isEqualTo("inside");
    assertThat(
            tab.text(
                "(style => style.outlineStyle + ' ' + style.outlineWidth)"
                    + "(getComputedStyle(document.activeElement))"))
        .isEqualTo("solid 3px");
  }

  private static void picture(ListedPage page, String kind) throws IOException {
    String folder = System.getProperty(PICTURES, "");
    if (!folder.isEmpty()) {
      String name =
          String.join("-", List.of(page.server(), page.name(), kind))
              + "-"
              + Integer.toHexString(page.address().hashCode());
      tab.picture(Files.createDirectories(Path.of(folder)).resolve(name + ".png"));
    }
  }
}
