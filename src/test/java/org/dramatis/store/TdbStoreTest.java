package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TdbStoreTest extends StoreContract {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");

  @TempDir private Path folder;

  @Override
  Store open() {
    return openIn(temporary(), DefaultGraph.UNION);
  }

  static Path temporary() {
    try {
      Path made = Files.createTempDirectory("dramatis-tdb");
      made.toFile().deleteOnExit();
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Store openIn(Path folder, DefaultGraph defaultGraph) {
    try {
      return TdbStore.open(folder, defaultGraph);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void theVersionAndTheGraphsAreThereWhenItIsOpenedAgain() throws IOException {
    ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
    Quad quad = Quad.create(IRI, IRI, IRI, IRI);
    Node empty = NodeFactory.createURI("https://example.org/empty");
    try (Store store = TdbStore.open(folder, DefaultGraph.UNION)) {
      store.apply(
          log.append(new Change("tests", "m", List.of(quad), List.of(), Set.of(empty), Set.of())));
    }
    try (Store store = TdbStore.open(folder, DefaultGraph.UNION);
        Snapshot snapshot = store.open()) {
      assertThat(store.version()).isEqualTo(new Version(1));
      assertThat(snapshot.version()).isEqualTo(new Version(1));
      assertThat(snapshot.statements()).toIterable().containsExactly(quad);
      assertThat(snapshot.created()).containsExactly(empty);
    }
  }

  @ParameterizedTest
  @CsvSource({"integer,01", "integer,+5", "decimal,1.50", "double,1", "boolean,1", "float,1.10"})
  void aLiteralIsReadBackLetterForLetter(String type, String text) throws IOException {
    ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
    Node literal = NodeFactory.createLiteralDT(text, new XSDDatatype(type));
    Node term = NodeFactory.createTripleTerm(IRI, IRI, literal);
    Quad plain = Quad.create(IRI, IRI, IRI, literal);
    Quad nested = Quad.create(IRI, IRI, IRI, term);
    try (Store store = TdbStore.open(folder, DefaultGraph.UNION)) {
      store.apply(log.append(new Change("tests", "m", List.of(plain, nested), List.of())));
    }
    // What it still has in memory it need not read.
    try (Store store = TdbStore.open(folder, DefaultGraph.UNION)) {
      try (Snapshot snapshot = store.open()) {
        assertThat(snapshot.statements()).toIterable().containsExactlyInAnyOrder(plain, nested);
        assertThat(snapshot.dataset().contains(plain)).isTrue();
        assertThat(snapshot.dataset().getDefaultGraph().contains(nested.asTriple())).isTrue();
      }
      store.apply(log.append(new Change("tests", "m", List.of(), List.of(plain, nested))));
      try (Snapshot snapshot = store.open()) {
        assertThat(snapshot.statements()).isExhausted();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 30})
  void aJournalThatEndsInTheMiddleOfAnEntryIsCut(int bytes) throws IOException {
    ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
    Quad quad = Quad.create(IRI, IRI, IRI, IRI);
    try (TdbStore store = TdbStore.open(folder, DefaultGraph.UNION)) {
      store.apply(log.append(new Change("test", "one", List.of(quad), List.of())));
    }
    Path journal = folder.resolve("Data-0001/journal.jrnl");
    // What the first entry of a commit begins with: 24 bytes that are to follow, and their sum.
    byte[] entry = Arrays.copyOf(HexFormat.of().parseHex("0000001806b9012e000000010000000e"), 40);
    Files.write(journal, Arrays.copyOf(entry, bytes));

    try (TdbStore store = TdbStore.open(folder, DefaultGraph.UNION);
        Snapshot newest = store.open()) {
      assertThat(newest.version()).isEqualTo(new Version(1));
      assertThat(newest.statements()).toIterable().containsExactly(quad);
      store.apply(
          log.append(
              new Change(
                  "test",
                  "two",
                  List.of(Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString("2"))),
                  List.of())));
      assertThat(store.version()).isEqualTo(new Version(2));
    }
  }
}
