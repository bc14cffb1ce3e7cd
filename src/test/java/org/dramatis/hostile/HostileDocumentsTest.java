package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.RdfReader;
import org.dramatis.ingest.Reading;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Test;

class HostileDocumentsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void everyHostileDocumentIsRefusedWithWordsAndSoon() {
    List<HostileDocument> documents = HostileDocuments.all();
    assertThat(documents).hasSizeGreaterThanOrEqualTo(200);
    assertThat(HostileTable.duplicates(documents)).isEmpty();
    List<String> complaints = new ArrayList<>();
    for (HostileDocument document : documents) {
      long begin = System.nanoTime();
      complaints.addAll(complaints(document));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      if (took.compareTo(LONG) > 0) {
        complaints.add(document + " took " + took);
      }
    }
    assertThat(complaints).isEmpty();
  }

  /** A fault of any kind is a complaint: only an outcome with words is a refusal. */
  private static List<String> complaints(HostileDocument document) {
    try {
      return switch (RdfReader.read(new Document("upload", document.lang(), document.bytes()))) {
        case Outcome.Ok<Reading>(Reading reading) ->
            List.of(document + " was read as " + reading.quads().stream().limit(3).toList());
        case Outcome.Refused<Reading>(List<Problem> problems) when problems.isEmpty() ->
            List.of(document + " is refused without a word");
        case Outcome.Refused<Reading>(List<Problem> problems) ->
            problems.stream()
                .map(Problem::message)
                .filter(message -> message.contains("Exception") || message.length() > 2_000)
                .map(message -> document + " is refused with " + message)
                .toList();
      };
    } catch (RuntimeException | Error fault) {
      return List.of(document + " is a fault: " + fault);
    }
  }

  @Test
  void withoutWhatIsHostileEachOfThemIsRead() {
    HostileDocuments.harmless()
        .forEach((lang, text) ->
            assertThat(
                    RdfReader.read(
                        new Document("upload", lang, text.getBytes(StandardCharsets.UTF_8))))
                .as(lang.getLabel())
                .isInstanceOf(Outcome.Ok.class));
  }
}
