package org.dramatis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** While a name is typed, what may be meant is suggested. */
@ExtendWith(NeedsChromium.class)
class SuggestionsIT {

  private static final String OPTIONS =
      "[...document.querySelectorAll('.suggested:not([hidden]) [role=option]')]";

  private static final String FIRST = OPTIONS + ".map(option => option.innerText)[0] ?? ''";

  private static PageServers servers;
  private static Chromium chromium;
  private static Tab tab;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    servers = PageServers.start(folder);
    chromium = Chromium.start(Chromium.find().orElseThrow());
    tab = chromium.open();
    tab.resize(1280, 900);
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
    servers.close();
  }

  @BeforeEach
  void openTheFirstPage() {
    tab.go(servers.address(new ListedPage("project", "LandingPage", "/")));
  }

  private static void type(String input, String text) {
    tab.run("document.querySelector('%s').focus()".formatted(input));
    tab.type(text);
  }

  @Test
  void eachTellsWhatItIsAndWhyItIsThere() {
    type("#q", "mariduena");
    tab.until(OPTIONS + ".length > 0");

    assertThat(tab.text(FIRST)).contains("Xolo Maridueña", "person", "but for accents");
    assertThat(tab.text("document.querySelector('#q').ariaExpanded")).isEqualTo("true");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void oneIsChosenByKeysAlone() {
    type("header input[name=q]", "cass");
    tab.until(OPTIONS + ".length > 1");
    tab.press("ArrowDown");
    tab.press("ArrowDown");
    tab.press("ArrowUp");

    assertThat(
            tab.text(
                "document.getElementById(document.activeElement"
                    + ".getAttribute('aria-activedescendant')).innerText"))
        .startsWith("Cassie");
    tab.press("Enter");
    tab.until("location.pathname === '/id/character/cassie'");
  }

  @Test
  void oneIsChosenByAClick() {
    type("#q", "sofia");
    tab.until(OPTIONS + ".length > 0");
    tab.click(".suggested:not([hidden]) [role=option]");

    tab.until("location.pathname === '/id/person/sofia-carson'");
  }

  @Test
  void escapePutsThemAwayAndEnterAsksForThePageOfAll() {
    type("#q", "sofia");
    tab.until(OPTIONS + ".length > 0");
    tab.press("Escape");
    assertThat(tab.number(OPTIONS + ".length")).isZero();

    tab.press("Enter");
    tab.until("location.pathname + location.search === '/search?q=sofia'");
  }

  @Test
  void nothingIsSuggestedForWhatNobodyIsCalled() {
    type("#q", "xqzzxqw");
    tab.until(
        "performance.getEntriesByType('resource').some(each => each.name.includes('xqzzxqw'))");

    assertThat(tab.number(OPTIONS + ".length")).isZero();
    assertThat(tab.complaints()).isEmpty();
  }
}
