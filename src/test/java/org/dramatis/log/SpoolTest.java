package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.StoredStatements;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {

  private static final Node GRAPH = NodeFactory.createURI("https://example.org/graph");
  private static final Node PREDICATE = NodeFactory.createURI("https://example.org/says");

  /** So small that every few statements are a run of their own. */
  private static final int SMALL = 1024;

  @TempDir private Path folder;

  private static Quad quad(int number) {
    Node object =
        switch (number % 4) {
          case 0 ->
              NodeFactory.createLiteralString("line\nbreak \"" + number + "\" é \uD83C\uDFAD");
          case 1 -> NodeFactory.createBlankNode("b" + number);
          case 2 -> NodeFactory.createLiteralLang("text" + number, "en");
          default -> NodeFactory.createTripleTerm(PREDICATE, PREDICATE, GRAPH);
        };
    Node subject = NodeFactory.createURI("https://example.org/" + number);
    return Quad.create(number % 3 == 0 ? Quad.defaultGraphIRI : GRAPH, subject, PREDICATE, object);
  }

  private static List<Quad> quads(int from, int to) {
    List<Quad> quads = new ArrayList<>();
    for (int i = from; i < to; i++) {
      quads.add(quad(i));
    }
    return quads;
  }

  private static Spooled put(Spool spool, List<Quad> quads) throws IOException {
    for (Quad quad : quads) {
      spool.add(quad);
    }
    return spool.finish();
  }

  @Test
  void givesEveryStatementBackOnceAsOftenAsOneLikes() throws IOException {
    List<Quad> twice = quads(0, 5000);
    twice.addAll(quads(0, 5000));
    Collections.shuffle(twice, new Random(7));
    try (Spool spool = Spool.in(folder, SMALL)) {
      StoredStatements statements = put(spool, twice).statements();
      assertThat(statements).hasSize(5000);
      assertThat(new HashSet<>(statements)).isEqualTo(new HashSet<>(quads(0, 5000)));
      assertThat(List.copyOf(statements)).isEqualTo(List.copyOf(statements));
    }
  }

  @Test
  void holdsNothing() throws IOException {
    try (Spool spool = Spool.in(folder, SMALL)) {
      assertThat(spool.finish().statements()).isEmpty();
    }
  }

  @Test
  void tellsTwoOfThemApart() throws IOException {
    try (Spool one = Spool.in(folder, SMALL);
        Spool other = Spool.in(folder, SMALL)) {
      Spooled some = put(one, quads(0, 300));
      Spooled others = put(other, quads(200, 500));
      assertThat(some.without(others).statements())
          .containsExactlyInAnyOrderElementsOf(quads(0, 200));
      assertThat(others.without(some).statements())
          .containsExactlyInAnyOrderElementsOf(quads(300, 500));
      assertThat(some.without(some).statements()).isEmpty();
    }
  }

  @Test
  void keepsWhatPassesATest() throws IOException {
    try (Spool spool = Spool.in(folder, SMALL)) {
      Set<Quad> known = Set.copyOf(quads(100, 300));
      Spooled filtered = put(spool, quads(0, 300)).filter(quad -> !known.contains(quad));
      assertThat(filtered.statements()).containsExactlyInAnyOrderElementsOf(quads(0, 100));
    }
  }

  @Test
  void refusesWhatCouldNotBeReadAgain() throws IOException {
    Node half = NodeFactory.createLiteralString("\uD83C");
    try (Spool spool = Spool.in(folder, SMALL)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> spool.add(Quad.create(GRAPH, GRAPH, PREDICATE, half)));
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    try (Spool spool = Spool.in(folder, SMALL)) {
      Spooled all = put(spool, quads(0, 500));
      assertThat(all.filter(quad -> true).statements()).hasSize(500);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void goesIntoALogThatOutlivesIt() throws IOException {
    Entry entry;
    try (FolderLog log = FolderLog.open(folder.resolve("log"), InstantSource.system())) {
      try (Spool spool = Spool.in(folder, SMALL)) {
        StoredStatements added = put(spool, quads(0, 200)).statements();
        entry = log.append(new Change("tests", "spooled", added, List.of()));
      }
      assertThat(entry.change().added()).containsExactlyInAnyOrderElementsOf(quads(0, 200));
    }
  }

  @Test
  void isKeptByALogInMemory() throws IOException {
    MemoryLog log = new MemoryLog(InstantSource.system());
    try (Spool spool = Spool.in(folder, SMALL)) {
      StoredStatements added = put(spool, quads(0, 200)).statements();
      log.append(new Change("tests", "spooled", added, List.of()));
    }
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      assertThat(entries.findFirst().orElseThrow().change().added())
          .containsExactlyInAnyOrderElementsOf(quads(0, 200));
    }
  }

  @Test
  void whatIsLongInTheLogIsReadWhereItStands() throws IOException {
    List<Quad> many = quads(0, 100_000);
    List<Quad> few = quads(0, 10);
    Path path = folder.resolve("log");
    try (FolderLog log = FolderLog.open(path, InstantSource.system())) {
      log.append(new Change("tests", "many", many, List.of()));
      log.append(new Change("tests", "few again", quads(200_000, 300_000), few));
    }
    try (FolderLog log = FolderLog.open(path, InstantSource.system());
        Stream<Entry> entries = log.after(Version.NONE)) {
      List<Entry> read = entries.toList();
      assertThat(read).extracting(entry -> entry.change().isStored()).containsExactly(true, true);
      assertThat(List.copyOf(read.getFirst().change().added())).isEqualTo(many);
      assertThat(List.copyOf(read.getLast().change().deleted())).isEqualTo(few);
      assertThat(read.getLast().change().added()).hasSize(100_000);
    }
  }
}
