package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedBeforeTest {

  @TempDir private Path project;
  @TempDir private Path memory;

  @BeforeEach
  void aProject() throws IOException {
    for (String folder : new String[] {"ontology/shapes", "seeds", "queries"}) {
      Files.createDirectories(project.resolve(folder));
    }
    Files.writeString(project.resolve("ontology/shapes/a.ttl"), "a shape");
    Files.writeString(project.resolve("seeds/s.ttl"), "a seed");
    now().remember();
  }

  @Test
  void nothingHasPassedInAnEmptyMemory(@TempDir Path other) throws IOException {
    assertThat(PassedBefore.read(project, other).holds()).isFalse();
  }

  @Test
  void whatHasPassedPassesAgain() throws IOException {
    assertThat(now().holds()).isTrue();
  }

  @Test
  void touchingAFileChangesNothing() throws IOException {
    Files.writeString(project.resolve("seeds/s.ttl"), "a seed");

    assertThat(now().holds()).isTrue();
  }

  @Test
  void aChangedSeedHasNotPassed() throws IOException {
    Files.writeString(project.resolve("seeds/s.ttl"), "a seeD");

    assertThat(now().holds()).isFalse();
  }

  @Test
  void aChangedRuleHasNotPassed() throws IOException {
    Files.writeString(project.resolve("ontology/shapes/a.ttl"), "another");

    assertThat(now().holds()).isFalse();
  }

  @Test
  void aNewOrRenamedFileHasNotPassed() throws IOException {
    Files.move(project.resolve("seeds/s.ttl"), project.resolve("seeds/t.ttl"));

    assertThat(now().holds()).isFalse();
  }

  @Test
  void goingBackIsAChangeToo() throws IOException {
    Files.writeString(project.resolve("queries/q.rq"), "ASK {}");
    now().remember();
    Files.delete(project.resolve("queries/q.rq"));

    assertThat(now().holds()).isFalse();
  }

  private PassedBefore now() throws IOException {
    return PassedBefore.read(project, memory);
  }
}
