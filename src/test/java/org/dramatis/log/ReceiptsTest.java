package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");
  private static final Change CHANGE =
      new Change("tests", "one", List.of(Quad.create(IRI, IRI, IRI, IRI)), List.of());

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final MemoryLog log = new MemoryLog(now::get);
  private final Receipts receipts = new Receipts(log, now::get);

  private Heading write(String key) {
    Receipt receipt = new Receipt(Sha256.of(key), Sha256.of("request"), "answer");
    return log.append(CHANGE, Optional.of(receipt)).heading();
  }

  @Test
  void aChangeWithoutAKeyIsNotFoundByAny() {
    log.append(CHANGE);
    assertThat(receipts.find(Sha256.of("key"))).isEmpty();
  }

  @Test
  void aKeyFindsItsChangeForADay() {
    Heading first = write("key");
    write("another");
    assertThat(receipts.find(Sha256.of("key"))).contains(first);
    now.set(Instant.EPOCH.plus(Receipts.LIFETIME).minusSeconds(1));
    assertThat(receipts.find(Sha256.of("key"))).contains(first);
    now.set(Instant.EPOCH.plus(Receipts.LIFETIME));
    assertThat(receipts.find(Sha256.of("key"))).isEmpty();
  }

  @Test
  void aKeyThatHasExpiredStandsForWhatItIsSentWithNext() {
    write("key");
    assertThat(receipts.find(Sha256.of("key"))).isPresent();
    now.set(Instant.EPOCH.plus(Receipts.LIFETIME).plusSeconds(1));
    Heading second = write("key");
    assertThat(receipts.find(Sha256.of("key"))).contains(second);
  }

  @Test
  void theOldestOfTooManyKeysIsForgotten() {
    write("first");
    Heading second = write("second");
    for (int i = 2; i <= Receipts.MOST; i++) {
      write("key" + i);
    }
    assertThat(receipts.find(Sha256.of("first"))).isEmpty();
    assertThat(receipts.find(Sha256.of("second"))).contains(second);
  }
}
