package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.store.DataFolder;
import org.junit.jupiter.api.Test;

/** What an operator does with a folder of data. */
class DataCommandsTest extends WithProject {

  private Path data() {
    return project.path("data");
  }

  private void write(String... messages) throws IOException {
    try (DataFolder opened = DataFolder.open(data(), DefaultGraph.UNION, InstantSource.system())) {
      for (String message : messages) {
        Node iri = NodeFactory.createURI("https://example.org/" + message);
        Change change =
            new Change("ann", message, List.of(Quad.create(iri, iri, iri, iri)), List.of());
        opened.history().store().apply(opened.log().append(change));
      }
    }
  }

  private SampleProject.Run run(String... arguments) {
    return project.runOutside(arguments);
  }

  @Test
  void aFolderIsCopiedListedAndMadeAgain() throws IOException {
    write("one", "two");
    String backup = project.path("backup.tar").toString();
    String again = project.path("again").toString();

    assertThat(run("backup", "--data", "" + data(), backup).out())
        .matches(".*backup.tar: version 2, sha256:[0-9a-f]{64}, \\d+ bytes\n");
    assertThat(run("restore", "--data", again, backup).out())
        .matches(".*again: version 2, sha256:[0-9a-f]{64}\n");
    SampleProject.Run log = run("log", "--data", "" + data());
    assertThat(log.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("1\t").contains("\tann\t+1\t-0\t").endsWith("one"),
            line -> assertThat(line).startsWith("2\t").endsWith("\ttwo"));
    assertThat(run("log", "--data", again)).isEqualTo(log);
    assertThat(run("verify", "--data", again).out().lines())
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.startsWith("good\t"));
  }

  @Test
  void aFolderTakesABackupThatIsNamedAfterTheTime() throws IOException {
    write("one");
    Path backups = Files.createDirectory(project.path("backups"));

    assertThat(run("backup", "--data", "" + data(), "" + backups).exitCode()).isZero();
    assertThat(backups.toFile().list())
        .singleElement()
        .asString()
        .matches("dramatis-\\d{8}T\\d{6}Z\\.tar");
  }

  @Test
  void whatIsWrongIsExitCodeOneAndRepairedWhenThatIsWanted() throws IOException {
    write("one");
    PathUtils.deleteDirectory(data().resolve("store"));
    Path other = project.path("other");
    Files.move(data(), other);
    write("another");
    Files.move(data().resolve("store"), other.resolve("store"));

    SampleProject.Run found = run("verify", "--data", "" + other);
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.out()).contains("wrong\tstore/1\tis version 1 of another log");
    SampleProject.Run repaired = run("verify", "--data", "" + other, "--repair");
    assertThat(repaired.exitCode()).isZero();
    assertThat(repaired.out()).contains("repaired\tstore/1\twas made again from the log\n");
  }

  @Test
  void whatCannotBeDoneIsOneLineThatSaysWhy() throws IOException {
    write("one");
    String file = Files.writeString(project.path("file.tar"), "mine").toString();

    assertOneLine(run("backup", "--data", "" + data(), file), 2, "it is there already");
    assertOneLine(run("backup", "--data", "" + folder, "x.tar"), 2, "is not a folder of data");
    assertOneLine(run("restore", "--data", "" + data(), file), 1, "ends before its end");
    assertOneLine(run("verify", "--data", "" + folder), 2, "is not a folder of data");
    assertOneLine(run("log", "--data", "" + folder), 2, "is not a folder of data");
    String backup = project.path("backup.tar").toString();
    run("backup", "--data", "" + data(), backup);
    assertOneLine(run("restore", "--data", "" + data(), backup), 2, "is not empty");
    try (DataFolder _ = DataFolder.open(data(), DefaultGraph.UNION, InstantSource.system())) {
      assertOneLine(run("verify", "--data", "" + data()), 2, "is in use by process");
    }
  }

  private static void assertOneLine(SampleProject.Run run, int exitCode, String expected) {
    assertThat(run.err().lines()).singleElement().asString().contains(expected);
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }
}
