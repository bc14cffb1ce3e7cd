package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that go into a folder of data, for a project that has neither rules nor seeds. */
final class LoadCommandTest extends WithProject {

  private static final String ONE =
      "<https://example.org/s1> <https://example.org/p> \"é\" <https://example.org/g> .\n";
  private static final String TWO =
      "<https://example.org/s2> <https://example.org/p> _:b <https://example.org/g> .\n";

  private Path nothing() throws IOException {
    return Files.createDirectories(project.path("nothing"));
  }

  private SampleProject.Run load(String... more) throws IOException {
    String[] arguments = {"load", "--project", "" + nothing(), "--data", "" + project.path("data")};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return project.runOutside(all);
  }

  private SampleProject.Run log() {
    return project.runOutside("log", "--data", "" + project.path("data"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(project.path(name), text).toString();
  }

  private String compressed(String name, String text) throws IOException {
    Path path = project.path(name);
    try (OutputStream file = Files.newOutputStream(path);
        OutputStream out =
            switch (name.substring(name.lastIndexOf('.'))) {
              case ".gz" -> new GZIPOutputStream(file);
              case ".zst" -> new ZstdOutputStream(file);
              default -> new BZip2CompressorOutputStream(file);
            }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path.toString();
  }

  @Test
  void severalFilesAreOneVersion() throws IOException {
    String turtle = file("b.ttl", "@prefix x: <https://example.org/> . x:a x:b x:c, x:d .");
    SampleProject.Run run =
        load("--graph", "https://example.org/mine", file("a.nq", ONE + TWO + ONE), turtle);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("version 1: 5 statements read, 4 of them new, in ");
    assertThat(log().out().lines())
        .singleElement()
        .asString()
        .contains("\tload\t+4\t-0\t")
        .endsWith("Load: a.nq, b.ttl");
  }

  @Test
  void whatIsThereAlreadyMakesNoVersion() throws IOException {
    String file = file("a.nq", ONE);
    load(file);
    assertThat(load(file).out()).isEqualTo("version 1: all that the files say is there already\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".zst", ".bz2"})
  void compressedFilesAreReadByWhatTheyAre(String ending) throws IOException {
    String named = compressed("a.nq" + ending, ONE);
    assertThat(load(named).out()).startsWith("version 1: 1 statements read");
    Path plainly = Files.move(Path.of(named), project.path("renamed.nq"));
    assertThat(load("" + plainly).out()).startsWith("version 1: all");
  }

  @Test
  void aBadLineInTheLastFileLeavesNothing() throws IOException {
    SampleProject.Run run =
        load(file("a.nq", ONE), file("b.nq", TWO + "<https://example.org/s> nonsense .\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("b.nq:2:");
    assertThat(log().out()).isEmpty();
    assertThat(project.path("data").resolve("loading")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<relative> <https://example.org/p> <https://example.org/o> <https://example.org/g> .",
        "<https://example.org/s> <https://example.org/p> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> <https://example.org/g> .",
        "<https://example.org/s> <https://example.org/p> <https://example.org/with space> <https://example.org/g> .",
        "\uFEFF<https://example.org/s> <https://example.org/p> <https://example.org/o> <https://example.org/g> .",
        "<https://example.org/s> <https://example.org/p> <https://example.org/o> ."
      })
  void whatIsNotLegalOrStandsInNoGraphIsRefused(String line) throws IOException {
    SampleProject.Run run = load(file("a.nq", line + "\n"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(log().out()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirPlace() throws IOException {
    Path path = project.path("latin.nq");
    Files.write(path, (ONE + ONE).getBytes(StandardCharsets.ISO_8859_1));
    SampleProject.Run run = load("" + path);
    assertThat(run.err()).contains("(0xE9) is not UTF-8");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aCompressedFileThatWasCutOffIsRefused() throws IOException {
    Path whole = Path.of(compressed("a.nq.gz", ONE.repeat(1000)));
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length - 9));
    assertThat(load("" + whole).exitCode()).isEqualTo(2);
    assertThat(load(file("b.nq.gz", ONE)).err()).contains("the content is not that");
    assertThat(log().out()).isEmpty();
  }

  @Test
  void wrongWordsAreToldBeforeAnythingIsRead() throws IOException {
    assertThat(load(file("a.csv", ONE)).err()).contains("--format nt, nq, ttl or trig");
    assertThat(load("--graph", "mine", file("a.nq", ONE)).err()).contains("absolute IRI");
    assertThat(load(project.path("absent.nq").toString()).err()).contains("there is no such file");
    assertThat(load("--format", "nq", file("a.csv", ONE)).out()).startsWith("version 1:");
  }

  @Test
  void whatIsLoadedIntoAProjectComesAfterWhatItsFilesSay() throws IOException {
    String label =
        "<https://example.org/s> <http://www.w3.org/2000/01/rdf-schema#label> \"x\" <https://example.org/g> .\n";
    SampleProject.Run run =
        project.run("load", "--data", "" + project.path("data"), file("a.nq", label));
    assertThat(run.err()).isEmpty();
    assertThat(log().out().lines()).hasSize(2).last().asString().contains("\tload\t+1\t");
  }
}
