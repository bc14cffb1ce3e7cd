package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.file.PathUtils;
import org.dramatis.cli.SampleProject.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is begun for a text, and says no word of it. */
final class DraftCommandTest extends WithProject {

  private static final String TEXT =
      """
      \uD83C\uDFB5 Sofia Carson was asked about Purple Hearts. “I sang it,” Carson told Mr. Smith!

      Netflix (with Xolo Maridueña) said nothing. Netflix did.
      """;

  private Path text(String words) throws IOException {
    return project.write("text.txt", words);
  }

  @Test
  void aSourceIsNeeded() throws IOException {
    Run run = project.run("draft", text(TEXT).toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--source=SLUG");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Songs", "a b", "1-a", "a--b", "a/b", "a_b", "-a"})
  void aSlugIsWhatAnIriCanEndWith(String slug) throws IOException {
    Run run = project.run("draft", text(TEXT).toString(), "--source=" + slug);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is no slug");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--source=songs|the project has a source songs already",
        "--source=new --lang=no_tag|'no_tag' is no tag of a language",
        "--source=new --output=/no/such/folder/new.ttl|the folder of /no/such/folder/new.ttl is missing"
      })
  void whatCannotBeDoneIsRefused(String options, String message) throws IOException {
    String[] given = (text(TEXT) + " " + options).split(" ", -1);
    String[] all = new String[given.length + 1];
    all[0] = "draft";
    System.arraycopy(given, 0, all, 1, given.length);
    Run run = project.run(all);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aTextThatIsMissingOrNoneIsTold() throws IOException {
    Run missing = project.run("draft", "/no/such/text", "--source=new");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("the file /no/such/text cannot be read");
    Run empty = project.run("draft", text(" \n").toString(), "--source=new");
    assertThat(empty.exitCode()).isEqualTo(1);
    assertThat(empty.err()).contains("there is no text in");
    Path latin = text("");
    Files.write(latin, "Maridueña".getBytes(StandardCharsets.ISO_8859_1));
    Run broken = project.run("draft", latin.toString(), "--source=new");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err()).contains("byte 7 (0xF1) is not UTF-8");
  }

  @Test
  void noFileIsReplacedUnlessThatIsWanted() throws IOException {
    Path there = project.write("there.ttl", "# mine\n");
    String file = text("Ann sings.").toString();
    Run refused = project.run("draft", file, "--source=new", "--output=" + there);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already; --force replaces it");
    assertThat(there).hasContent("# mine\n");
    Run forced = project.run("draft", file, "--source=new", "--output=" + there, "--force");
    assertThat(forced).isEqualTo(new Run(0, there + "\n", ""));
    assertThat(there).content().contains("source:new a d:Article, d:Source ;");
  }

  @Test
  void aTextWithoutNamesHasItsSentences() throws IOException {
    Run run =
        project.run("draft", text("Nobody. Nothing!").toString(), "--source=new", "--label=New");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("rdfs:label \"New\"@en ;", "passage/new/", "p:0-7 a", "p:8-16 a", "d:sentence 2")
        .doesNotContain("d:Claim", "Nobody", "Nothing");
  }

  @Test
  void namesArePlacedAndClaimedOnce() throws IOException {
    Run run =
        project.run(
            "draft", text("\uD83C\uDFB5 Ann sings. ann does. Ann!").toString(), "--source=new");
    assertThat(run.out())
        .contains("person:ann\n    d:name \"Ann\"@en ~ c:1 ;", "# 1, 2-5: ", "p:2-5 a d:Passage")
        .contains("d:sha256 \"" + SampleProject.digest("Ann") + "\"")
        .doesNotContain("c:2", "sings");
  }

  /** With the rules of the project itself. */
  @Test
  void aDraftPassesTheCheckOfEverythingAndOfItsText(@TempDir Path copy) throws IOException {
    Path home = Path.of("").toAbsolutePath();
    for (String folder : new String[] {"ontology", "seeds", "queries"}) {
      PathUtils.copyDirectory(home.resolve(folder), copy.resolve(folder));
    }
    String text = Files.writeString(copy.resolve("text.txt"), TEXT).toString();
    String in = "--project=" + copy;
    Path seed = copy.resolve("seeds/new.ttl");
    Run draft = project.runOutside("draft", in, text, "--source=new", "--output=" + seed);
    assertThat(draft).isEqualTo(new Run(0, seed + "\n", ""));
    Files.writeString(copy.resolve("seeds/order.txt"), "new.ttl\n", StandardOpenOption.APPEND);

    Run check =
        project.runOutside(
            "check", in, "--text", text, "--document=https://w3id.org/dramatis/source/new");

    assertThat(check.err()).isEmpty();
    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).contains(": no problems\n").containsPattern("verified (\\d+) of \\1 ");
    assertThat(seed)
        .content()
        .contains("person:sofia-carson", "org:netflix", "person:xolo-mariduena", "d:sentence 4")
        .doesNotContain("asked about", "said nothing", "d:sentence 5");
  }
}
