package org.dramatis.store.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsTest {

  private static final int VERSIONS = 80;

  private final Random random = new Random(11);
  private final History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());

  @TempDir private Path folder;

  private static void goOn() {
    // Nothing ends the counting.
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  private Node any(String kind, int of) {
    return iri(kind + random.nextInt(of));
  }

  private Node anything() {
    return switch (random.nextInt(5)) {
      case 0 -> NodeFactory.createLiteralString("text " + random.nextInt(6));
      case 1 -> NodeFactory.createLiteralLang("text " + random.nextInt(6), "en");
      case 2 -> NodeFactory.createURI(Namespaces.BASE + "id/person/" + random.nextInt(4));
      default -> any("thing", 8);
    };
  }

  private Quad anyQuad() {
    Node subject =
        random.nextBoolean()
            ? any("thing", 8)
            : NodeFactory.createURI(Namespaces.BASE + "id/person/" + random.nextInt(4));
    Node graph = any("graph", 3);
    return switch (random.nextInt(4)) {
      case 0 -> Quad.create(graph, subject, RDF.Nodes.type, any("class", 3));
      case 1 -> Quad.create(graph, subject, OWL2.sameAs.asNode(), any("elsewhere/", 4));
      default -> Quad.create(graph, subject, any("property", 3), anything());
    };
  }

  private void commit(Set<Quad> added, Set<Quad> deleted) {
    history.store().apply(history.log().append(new Change("tester", "a test", added, deleted)));
  }

  private void commitSomething(Set<Quad> present) {
    Set<Quad> added = new LinkedHashSet<>();
    Set<Quad> deleted = new LinkedHashSet<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      Quad quad = anyQuad();
      if (present.add(quad)) {
        added.add(quad);
      } else if (!added.contains(quad)) {
        present.remove(quad);
        deleted.add(quad);
      }
    }
    commit(added, deleted);
  }

  private Statistics whole(Version version) {
    try (Snapshot snapshot = history.open(version, _ -> {}).orElseThrow()) {
      return WholeCount.of(snapshot, CountsTest::goOn);
    }
  }

  private Statistics of(Counts counts, Version version) {
    try (Snapshot snapshot = history.open(version, _ -> {}).orElseThrow()) {
      return counts.of(snapshot, CountsTest::goOn);
    }
  }

  @Test
  void countsAfterEachOfManyChangesWhatALookAtEverythingCounts() {
    Counts counts = Counts.inMemory(history);
    Set<Quad> present = new LinkedHashSet<>();
    for (int i = 0; i < VERSIONS; i++) {
      commitSomething(present);
      Version newest = history.store().version();
      assertThat(of(counts, newest)).isEqualTo(whole(newest));
    }
    assertThat(whole(history.store().version()).counts()).hasSizeGreaterThan(40);
  }

  @Test
  void countsOlderVersionsAndSeveralChangesAtOnce() {
    Counts counts = Counts.inMemory(history);
    Set<Quad> present = new LinkedHashSet<>();
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < VERSIONS; i++) {
      commitSomething(present);
      versions.add(history.store().version());
    }
    of(counts, versions.get(VERSIONS / 2));
    for (int i = 0; i < VERSIONS; i += 7) {
      assertThat(of(counts, versions.get(i))).isEqualTo(whole(versions.get(i)));
    }
  }

  @Test
  void countsAStatementOfTwoGraphsOnce() {
    Quad one = Quad.create(iri("graph1"), iri("a"), iri("p"), iri("b"));
    Quad same = Quad.create(iri("graph2"), one.asTriple());
    commit(Set.of(one, same), Set.of());
    Counts counts = Counts.inMemory(history);
    Tally all = new Tally.OfAll(Tally.Of.STATEMENTS);
    assertThat(of(counts, history.store().version()).of(all)).isEqualTo(1);
    commit(Set.of(), Set.of(same));
    Statistics after = of(counts, history.store().version());
    assertThat(after.of(all)).isEqualTo(1);
    assertThat(after.of(new Tally.OfGraph(iri("graph1")))).isEqualTo(1);
    assertThat(after.of(new Tally.OfGraph(iri("graph2")))).isZero();
  }

  @Test
  void goesOnFromTheFileOfAnEarlierRun() throws IOException {
    Set<Quad> present = new LinkedHashSet<>();
    commitSomething(present);
    Version version = history.store().version();
    Tally invented = new Tally.OfClass(iri("invented"));
    Map<Tally, Long> counts = new HashMap<>(whole(version).counts());
    counts.put(invented, 17L);
    Path file = folder.resolve("statistics");
    new StatisticsFile(file)
        .write(new Statistics(version, counts), history.outline().id(version).orElseThrow());
    commitSomething(present);
    Counts next = Counts.in(file, history);
    Map<Tally, Long> expected = new HashMap<>(whole(history.store().version()).counts());
    expected.put(invented, 17L);
    assertThat(of(next, history.store().version()).counts()).isEqualTo(expected);
    next.close();
    assertThat(
            new StatisticsFile(file)
                .read(id -> history.outline().version(id))
                .map(Statistics::counts))
        .contains(expected);
  }

  @Test
  void countsAgainWhatIsDamagedOrOfAnotherLog() throws IOException {
    Set<Quad> present = new LinkedHashSet<>();
    commitSomething(present);
    Path file = folder.resolve("statistics");
    of(Counts.in(file, history), history.store().version());
    String written = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            "\n",
            written.substring(0, written.length() / 2),
            written.replaceFirst("\t1\n", "\t7\n"))) {
      Files.writeString(file, damaged);
      assertThat(of(Counts.in(file, history), history.store().version()))
          .as(damaged)
          .isEqualTo(whole(history.store().version()));
    }
    History other = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    other
        .store()
        .apply(
            other
                .log()
                .append(
                    new Change(
                        "tester",
                        "a test",
                        Set.of(Quad.create(iri("g"), iri("s"), iri("p"), iri("o"))),
                        Set.of())));
    try (Snapshot snapshot = other.store().open()) {
      assertThat(Counts.in(file, other).of(snapshot, CountsTest::goOn))
          .isEqualTo(WholeCount.of(snapshot, CountsTest::goOn));
    }
  }

  @Test
  void isGivenUpByWhoeverAsksAndCountsTheNextTime() {
    commitSomething(new LinkedHashSet<>());
    Counts counts = Counts.inMemory(history);
    try (Snapshot snapshot = history.store().open()) {
      assertThatThrownBy(() ->
              counts.of(
                  snapshot,
                  () -> {
                    throw new CancellationException();
                  }))
          .isInstanceOf(CancellationException.class);
      assertThat(counts.of(snapshot, CountsTest::goOn))
          .isEqualTo(WholeCount.of(snapshot, CountsTest::goOn));
    }
  }

  /** A new type of a concept changes the sums of all that leads to it. */
  @Test
  void looksAtWhatLeadsToSomethingOfAnotherTypeUnlessThatIsTooMuch() {
    Set<Quad> leading = new LinkedHashSet<>();
    for (int i = 0; i < 50; i++) {
      leading.add(Quad.create(iri("g"), iri("s" + i), iri("p"), iri("concept")));
      leading.add(Quad.create(iri("g"), iri("s" + i), RDF.Nodes.type, iri("Subject")));
    }
    commit(leading, Set.of());
    Version before = history.store().version();
    Quad typed = Quad.create(iri("g"), iri("concept"), RDF.Nodes.type, iri("Concept"));
    commit(Set.of(typed), Set.of());
    Statistics known = whole(before);
    try (Snapshot then = history.open(before, _ -> {}).orElseThrow();
        Snapshot now = history.store().open()) {
      assertThat(ChangedCount.of(known, then, now, Set.of(typed), 20, CountsTest::goOn)).isEmpty();
      Statistics counted =
          ChangedCount.of(known, then, now, Set.of(typed), 60, CountsTest::goOn).orElseThrow();
      assertThat(counted).isEqualTo(WholeCount.of(now, CountsTest::goOn));
      assertThat(counted.of(new Tally.ToClass(iri("Subject"), iri("p"), iri("Concept"))))
          .isEqualTo(50);
    }
  }

  @Test
  void endsWithoutAFileBeforeTheFirstVersion() {
    Path file = folder.resolve("statistics");
    Counts counts = Counts.in(file, history);
    assertThat(of(counts, Version.NONE).counts()).isEmpty();
    counts.close();
    assertThat(file).doesNotExist();
  }
}
