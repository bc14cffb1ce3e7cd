package org.dramatis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Queries are written, run, looked at, shared and cited on one page. */
@ExtendWith(NeedsChromium.class)
class EditorIT {

  private static final String INSIDE = "document.querySelector('#editor').shadowRoot";
  private static final String TEXT = INSIDE + ".querySelector('.cm-content').innerText";
  private static final String STATUS = "document.querySelector('#status').innerText";
  private static final String ANSWER = "document.querySelector('#answer').innerText";
  private static final String ROWS =
      "document.querySelectorAll('.rows tbody tr:not([aria-hidden])')";
  private static final String OFFERED =
      "[..." + INSIDE + ".querySelectorAll('.cm-completionLabel')].map(each => each.innerText)";

  private static final String DATED =
      """
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      SELECT ?what ?when ?many {
        VALUES (?what ?when ?many) {
          ("second" "2023-05-01"^^xsd:date 9) ("first" "2022-07-29"^^xsd:date 10) ("last" "2024"^^xsd:gYear 1)
        }
      }
      """;

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
  void openIt() {
    open("");
    tab.run("localStorage.clear()");
  }

  private static void open(String search) {
    tab.go(servers.address(new ListedPage("project", "EditorPage", "/query" + search)));
    tab.until("document.querySelector('#editor')");
  }

  private static void openWith(String query, String more) {
    open("?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
  }

  private static void write(String query) {
    tab.click("#editor");
    tab.pressWithControl("a");
    tab.press("Backspace");
    tab.type(query);
  }

  private static void run(String query) {
    openWith(query, "");
    tab.click("#run");
    tab.until(STATUS + ".includes('version')");
  }

  private static List<String> views() {
    return List.of(
        tab.text("[...document.querySelectorAll('#views button')].map(e => e.innerText).join()")
            .split(","));
  }

  private static void view(String name) {
    tab.click("#view-" + name);
  }

  @Test
  void saysWhatIsWrongWhereItIsWhileItIsWritten() {
    write("SELECT * WHERE { ?s ?p }");
    tab.until(INSIDE + ".querySelector('.cm-lintRange-error')");

    assertThat(tab.text("document.querySelector('#notes').innerText")).contains("}");
    assertThat(tab.text(INSIDE + ".querySelector('.cm-lintRange-error').innerText")).isEqualTo("}");
  }

  @Test
  void warnsOfWhatIsProbablyNotMeant() {
    write("PREFIX d: <https://w3id.org/dramatis/ns#> SELECT * WHERE { ?s d:plaidBy ?o }");
    tab.until("document.querySelector('#notes').innerText.includes('plaidBy')");
    tab.until(INSIDE + ".querySelector('.cm-lintRange-warning')");

    assertThat(tab.text(INSIDE + ".querySelector('.cm-lintRange-warning').innerText"))
        .isEqualTo("d:plaidBy");
  }

  @Test
  void putsTheCursorWhereARunQueryIsWrong() {
    openWith("SELECT *\nWHERE { ?s ?p }", "");
    tab.click("#run");
    tab.until("document.querySelector('#status.failed')");

    assertThat(tab.text(STATUS)).contains("line 2");
    tab.type("?o");
    assertThat(tab.text(TEXT)).contains("?s ?p ?o}");
  }

  @Test
  void completesWordsVariablesPrefixesTermsAndThings() {
    write("SELECT ?thing WHERE { ?thi");
    tab.until(OFFERED + ".includes('?thing')");
    write("PREFIX sch");
    tab.until(OFFERED + ".some(each => each.startsWith('schema:'))");
    write("SELECT * WHERE { ?s a :Per");
    tab.until(OFFERED + ".some(each => each.endsWith(':Person'))");
    write("SELECT * WHERE { ?s ?p Sofi");
    tab.until(OFFERED + ".includes('Sofia Carson')");

    write("SELECT * WHERE { ?s a :Per");
    tab.until(OFFERED + ".some(each => each.endsWith(':Person'))");
    // What has just come up does not yet listen to keys, lest it take one that was meant for the
    // text.
    tab.evaluate("new Promise(done => setTimeout(() => done(0), 150))");
    tab.press("Enter");
    tab.until(TEXT + ".startsWith('PREFIX ')");
    assertThat(tab.text(TEXT)).contains(":Person").contains("w3id.org/dramatis/ns#");
  }

  @Test
  void runsWithoutAMouse() {
    write("SELECT ?s WHERE { ?s a ?class } LIMIT 7");
    tab.pressWithControl("Enter");
    tab.until(STATUS + ".includes('7 rows')");

    assertThat(tab.text(STATUS)).startsWith("Complete").contains(" ms", "version 1");
    assertThat(tab.number(ROWS + ".length")).isEqualTo(7);
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void showsRowsByNameWithLinks() {
    run("SELECT ?s { VALUES ?s { <https://w3id.org/dramatis/id/person/sofia-carson> } }");
    tab.until(ANSWER + ".includes('Sofia Carson')");

    tab.click("#answer td a");
    tab.until("location.pathname === '/id/person/sofia-carson'");
  }

  @Test
  void sortsAndFiltersRows() {
    run(DATED);
    String column = "[..." + ROWS + "].map(row => row.cells[0].innerText).join()";
    tab.click(".rows th:nth-child(3) button");
    assertThat(tab.text(column)).isEqualTo("last,second,first");
    tab.click(".rows th:nth-child(3) button");
    assertThat(tab.text(column)).isEqualTo("first,second,last");
    assertThat(tab.text("document.querySelector('.rows th:nth-child(3)').ariaSort"))
        .isEqualTo("descending");

    tab.click("#filter");
    tab.type("2022");
    tab.until(ROWS + ".length === 1");
    assertThat(tab.text(column)).isEqualTo("first");
    assertThat(tab.text(ANSWER)).contains("1 of 3");
  }

  @Test
  void holdsAHundredThousandRowsAndSaysThatThereAreMore() {
    openWith("SELECT ?a ?b WHERE { ?a a ?x . ?b a ?y }", "");
    tab.click("#run");
    tab.until(STATUS + ".includes('100,000 rows')");

    assertThat(tab.text(STATUS)).startsWith("Limited: this is not all");
    assertThat(tab.number(ROWS + ".length")).isLessThan(200);
    tab.run("document.querySelector('.rows').scrollTop = 1e9");
    tab.until(ROWS + ".length > 0");
    assertThat(tab.number("document.querySelector('.rows tbody').offsetHeight"))
        .isGreaterThan(3_000_000);
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void offersTheViewsThatAnAnswerHas() {
    run("SELECT ?s WHERE { ?s a ?class } LIMIT 1");
    assertThat(views()).containsExactly("Table", "Raw", "Downloads", "Code");
    run(DATED);
    assertThat(views()).containsExactly("Table", "Chart", "Timeline", "Raw", "Downloads", "Code");
    run("ASK { ?s ?p ?o }");
    assertThat(views()).containsExactly("Answer", "Raw", "Downloads", "Code");
    assertThat(tab.text(ANSWER).strip()).isEqualTo("Yes");
    run("CONSTRUCT WHERE { ?s a ?class }");
    assertThat(views()).containsExactly("Raw", "Downloads", "Code");
    assertThat(tab.text(STATUS)).contains("statements");
  }

  @Test
  void drawsNumbersAsBarsAndDatesOnALine() {
    run(DATED);
    view("chart");
    tab.until("document.querySelectorAll('.bars rect').length === 3");
    assertThat(tab.text("document.querySelectorAll('.bars rect')[1].getAttribute('width')"))
        .isEqualTo("100");

    view("timeline");
    tab.until("document.querySelectorAll('.moments li').length === 3");
    assertThat(
            tab.text(
                "[...document.querySelectorAll('.moments time')].map(e => e.innerText).join()"))
        .isEqualTo("2022-07-29,2023-05-01,2024");
  }

  @Test
  void viewsAreChosenByArrowsAndKeptInTheAddress() {
    run(DATED);
    tab.run("document.querySelector('#view-table').focus()");
    tab.press("ArrowRight");
    assertThat(tab.text("document.activeElement.id")).isEqualTo("view-chart");
    assertThat(tab.text("new URLSearchParams(location.search).get('view')")).isEqualTo("chart");

    tab.run("window.isOld = true; location.reload()");
    tab.until("!window.isOld && document.querySelectorAll('.bars rect').length === 3");
    assertThat(tab.text("document.querySelector('#view-chart').ariaSelected")).isEqualTo("true");
  }

  @Test
  void goesBackAndForthBetweenQueries() {
    write("SELECT ?first WHERE { ?first a ?class } LIMIT 1");
    tab.click("#run");
    tab.until(STATUS + ".includes('1 row ')");
    write("SELECT ?other WHERE { ?other a ?class } LIMIT 2");
    tab.click("#run");
    tab.until(STATUS + ".includes('2 rows')");

    tab.run("history.back()");
    tab.until(STATUS + ".includes('1 row ')");
    assertThat(tab.text(TEXT)).contains("?first");
    tab.run("history.forward()");
    tab.until(STATUS + ".includes('2 rows')");
    assertThat(tab.text(TEXT)).contains("?other");
  }

  @Test
  void givesEveryFormatAndTheLinesOfPrograms() {
    run("SELECT ?s WHERE { ?s a ?class } LIMIT 3");
    view("raw");
    assertThat(tab.text(ANSWER)).contains("\"bindings\"");
    view("downloads");
    String csv =
        tab.text(
            "fetch(document.querySelector('#answer a[download$=csv]').href).then(it => it.text())");
    assertThat(csv.lines()).hasSize(4).first().isEqualTo("s");
    view("code");
    assertThat(tab.text(ANSWER))
        .contains("curl", "urllib", "read.csv", "HttpClient", "await fetch");
  }

  @Test
  void showsThePlan() {
    openWith("SELECT ?s WHERE { ?s a ?class } LIMIT 3", "");
    tab.click("#plan");
    tab.until("document.querySelector('#view-plan')");

    assertThat(tab.text(ANSWER)).contains("?class");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void cancelsWhatTakesTooLong() {
    openWith(
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c > ?i) }", "");
    tab.click("#run");
    tab.until("!document.querySelector('#cancel').disabled");
    tab.click("#cancel");

    tab.until(STATUS + " === 'Cancelled'");
  }

  @Test
  void asksTheVersionThatIsWanted() {
    openWith("SELECT ?s WHERE { ?s a ?class } LIMIT 3", "");
    tab.click("#version");
    tab.type("99");
    tab.click("#run");
    tab.until("document.querySelector('#status.failed')");

    assertThat(tab.text(STATUS)).contains("99");
  }

  @Test
  void keepsAQueryForEver() {
    openWith("SELECT ?s WHERE { ?s a ?class } LIMIT 3", "");
    tab.click("#share");
    tab.until("document.querySelector('#status a')");
    assertThat(tab.text("document.querySelector('#status a').pathname")).startsWith("/q/");

    tab.click("#cite");
    tab.until("location.pathname.startsWith('/q/') && location.pathname.includes('@')");
  }

  @Test
  void remembersWhatWasAskedOnThisDeviceUntilItIsToForget() {
    run("SELECT ?s WHERE { ?s a ?class } LIMIT 3");
    open("");
    tab.click("#asked summary");
    tab.click("#asked .again");
    assertThat(tab.text(TEXT)).contains("LIMIT 3");

    tab.click("#forget");
    assertThat(tab.number("document.querySelectorAll('#asked .again').length")).isZero();
    assertThat(tab.text("String(localStorage.length)")).isEqualTo("0");
  }

  @Test
  void keepsNobodyOutWhoseAnswerIsShown() {
    run(DATED);
    tab.run(PagesInBrowserIT.AXE);
    for (String name : List.of("table", "chart", "timeline", "raw", "downloads", "code")) {
      view(name);
      assertThat(tab.text(PagesInBrowserIT.VIOLATIONS)).as(name).isEmpty();
    }
  }
}
