package org.dramatis.http.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.http.WritableServer;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who comes for the first time. */
class LandingIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  /** What runs the lines of a language. */
  private static final Map<String, List<String>> INTERPRETERS =
      Map.of(
          "Shell", List.of("bash", "-c"),
          "Python", List.of("python3", "-c"),
          "R", List.of("Rscript", "-e"),
          "JavaScript", List.of("node", "--input-type=module", "-e"));

  private final TestServer server = ProjectServer.server();

  private String page() throws Exception {
    return server.get("/", "Accept", BROWSER).body();
  }

  @Test
  void threeQuestionsStandThereWithTheBeginningsOfTheirAnswers() throws Exception {
    String page = page();

    assertThat(page.split("<section class=\"excerpt\">", -1)).hasSize(4);
    assertThat(page).contains("Who plays whom", ">Sofia Carson</bdi>", ">Cassie</bdi>");
    assertThat(page).contains("<a href=\"/queries/cast/who-plays-whom.html\">All of it</a>");
    assertThat(page).contains("220610000", "more than");
  }

  @Test
  void sizesSourcesVersionAndAgeOfTheDataAreTold() throws Exception {
    String version =
        server.get("/", "Accept", BROWSER).headers().firstValue("Dramatis-Version").orElseThrow();

    assertThat(page())
        .contains("claim <b>784</b>", "<a href=\"/sources\">4 sources say</a>")
        .contains(">Public record<", "Version <a href=\"/history/" + version + "\">")
        .contains("<time class=\"age\" datetime=\"20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shell", "Python", "R", "JavaScript"})
  void theLinesOfEachLanguageGetTheAnswer(String language) throws Exception {
    List<String> interpreter = INTERPRETERS.getOrDefault(language, List.of());
    assumeThat(isThere(interpreter.getFirst()))
        .as("%s is on this machine", interpreter.getFirst())
        .isTrue();
    String page = page();
    String begin = "aria-label=\"%s\">".formatted(language);
    int start = page.indexOf(begin, page.indexOf("<h2 id=\"programs\">")) + begin.length();
    String code =
        page.substring(start, page.indexOf("</pre>", start))
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");

    assertThat(run(interpreter, code)).contains("Sofia Carson", "Cassie");
  }

  @Test
  void whereThereIsNothingTheFirstPageSaysSoInsteadOfFailing(@TempDir Path folder)
      throws Exception {
    try (WritableServer empty = WritableServer.start(folder, DefaultGraph.UNION)) {
      var answer = empty.get("/", "Accept", BROWSER);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("Some answers", "sources say").contains("Version");
    }
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String run(List<String> interpreter, String code)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(interpreter)).redirectErrorStream(true);
    builder.command().add(code);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
