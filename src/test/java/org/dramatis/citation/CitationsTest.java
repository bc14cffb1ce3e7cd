package org.dramatis.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.FolderLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitationsTest {

  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));
  private static final Sha256 ID = Sha256.of("a version");
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST = 3;

  private static Citations.Candidate query(String text) {
    return new Citations.Candidate(
        new NormalQuery(text + "\n", Set.of("SAMPLE")), text, Optional.of("music/songs"), "ann");
  }

  private static Optional<Citations.Cited> cite(Citations citations, String text, long version) {
    return citations.cite(
        query(text),
        new Version(version),
        ID,
        TIME,
        new Result("truth", false, List.of(), Sha256.of(text)));
  }

  @Test
  void whenThereIsNoRoomNothingIsWritten() {
    ChangeLog log = new MemoryLog(NOW);
    Citations citations = new Citations(log, NOW, 1);
    assertThat(cite(citations, "ASK {}", 1)).isPresent();

    assertThat(citations.isFull()).isTrue();
    assertThat(cite(citations, "ASK { ?s ?p 1 }", 1)).isEmpty();
    assertThat(cite(citations, "ASK {}", 2)).as("another answer to a known query").isPresent();
    assertThat(log.head()).isEqualTo(new Version(2));
  }

  @Test
  void citingTheSameAgainMakesNothingNew() {
    ChangeLog log = new MemoryLog(NOW);
    Citations citations = new Citations(log, NOW, MOST);
    Citations.Cited first = cite(citations, "ASK {}", 1).orElseThrow();
    Citations.Cited again = cite(citations, "ASK {}", 1).orElseThrow();

    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.pin()).isEqualTo(first.pin());
    assertThat(log.head()).isEqualTo(new Version(1));
  }

  @Test
  void theRecordIsRdfAndReadBackAsItWas(@TempDir Path folder) {
    CitedQuery before;
    try (FolderLog log = FolderLog.open(folder.resolve("queries"), NOW)) {
      Citations citations = new Citations(log, NOW, MOST);
      cite(citations, "SELECT \"é\\n\" {}", 1);
      before = cite(citations, "SELECT \"é\\n\" {}", 7).orElseThrow().query();
      cite(citations, "ASK {}", 2);
    }
    try (FolderLog log = FolderLog.open(folder.resolve("queries"), NOW)) {
      Citations citations = new Citations(log, NOW, MOST);

      assertThat(citations.size()).isEqualTo(2);
      assertThat(citations.find(before.hash())).hasValue(before);
      assertThat(before.pins().keySet()).containsExactly(new Version(1), new Version(7));
      assertThat(before.note()).hasValueSatisfying(note -> assertThat(note).endsWith("SAMPLE"));
      assertThat(before.published()).hasValue("music/songs");
      assertThat(cite(citations, "ASK {}", 2).orElseThrow().isNew()).isFalse();
    }
  }
}
