package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTest {

  private static final int VERSIONS = 60;

  private final Random random = new Random(7);

  @TempDir private Path folder;

  /** All that can be told of a version from outside. */
  private record State(Set<Quad> statements, Set<Triple> unnamed, Set<Node> graphs) {

    static State of(Snapshot snapshot) {
      return new State(
          Iter.toSet(snapshot.statements()),
          new HashSet<>(snapshot.dataset().getDefaultGraph().find().toList()),
          Iter.toSet(snapshot.dataset().listGraphNodes()));
    }
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  private Quad anyQuad() {
    return Quad.create(
        iri("g" + random.nextInt(3)),
        iri("s" + random.nextInt(4)),
        iri("p"),
        iri("o" + random.nextInt(4)));
  }

  /** A change that makes a difference to what is there, as every change in a log does. */
  private Change anyChange(State now) {
    Set<Quad> added = new LinkedHashSet<>();
    Set<Quad> deleted = new LinkedHashSet<>();
    for (int i = 0; i < 4; i++) {
      Quad quad = anyQuad();
      (now.statements().contains(quad) ? deleted : added).add(quad);
    }
    Node graph = iri("g" + random.nextInt(5));
    boolean there = now.graphs().contains(graph);
    boolean holds = now.statements().stream().anyMatch(quad -> quad.getGraph().equals(graph));
    return new Change(
        "tests",
        "any",
        List.copyOf(added),
        List.copyOf(deleted),
        there ? Set.of() : Set.of(graph),
        there && !holds ? Set.of(graph) : Set.of());
  }

  /** A log and its store, and what each version was like when it was the newest. */
  private final class World implements AutoCloseable {
    private final ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
    private final Store store;
    private final List<State> states = new ArrayList<>();

    World(Store store) {
      this.store = store;
      remember();
    }

    private void remember() {
      try (Snapshot newest = store.open()) {
        states.add(State.of(newest));
      }
    }

    void grow(int versions) {
      for (int i = 0; i < versions; i++) {
        store.apply(log.append(anyChange(states.getLast())));
        remember();
      }
    }

    void verify(History history) {
      for (int version = 0; version < states.size(); version++) {
        try (Snapshot snapshot = history.open(new Version(version), bytes -> {}).orElseThrow()) {
          assertThat(snapshot.version()).isEqualTo(new Version(version));
          assertThat(State.of(snapshot)).as("version %d", version).isEqualTo(states.get(version));
        }
      }
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionIsAsItWas(DefaultGraph defaultGraph) {
    try (World world = new World(new MemoryStore(defaultGraph))) {
      world.grow(VERSIONS);
      world.verify(new History(world.log, world.store));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionOfADatabaseIsAsItWas(DefaultGraph defaultGraph) throws IOException {
    try (World world = new World(TdbStore.open(folder, defaultGraph))) {
      world.grow(VERSIONS);
      world.verify(new History(world.log, world.store));
    }
  }

  @Test
  void aVersionThatWasOpenedBeforeIsStillAsItWasWhenOthersHaveFollowed() {
    try (World world = new World(new MemoryStore())) {
      History history = new History(world.log, world.store);
      for (int i = 0; i < 10; i++) {
        world.grow(5);
        world.verify(history);
      }
    }
  }

  @Test
  void aVersionIsReachedFromASnapshot() throws IOException {
    try (World world = new World(new MemoryStore())) {
      SnapshotFolder snapshots = new SnapshotFolder(folder);
      for (int i = 0; i < 3; i++) {
        world.grow(VERSIONS / 3);
        try (Snapshot newest = world.store.open()) {
          snapshots.write(newest, world.log.last().orElseThrow().id(), new Stop());
        }
      }
      world.grow(VERSIONS);
      assertThat(snapshots.list()).hasSize(3);
      world.verify(new History(world.log, world.store, Optional.of(snapshots)));
    }
  }

  @Test
  void aDamagedSnapshotIsOnlySlower() throws IOException {
    try (World world = new World(new MemoryStore())) {
      SnapshotFolder snapshots = new SnapshotFolder(folder);
      world.grow(20);
      try (Snapshot newest = world.store.open()) {
        Path file = snapshots.write(newest, world.log.last().orElseThrow().id(), new Stop()).path();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
      world.grow(VERSIONS);
      world.verify(new History(world.log, world.store, Optional.of(snapshots)));
    }
  }

  @Test
  void aSnapshotThatIsStoppedLeavesNothing() throws IOException {
    try (World world = new World(new MemoryStore())) {
      SnapshotFolder snapshots = new SnapshotFolder(folder);
      world.grow(20);
      Stop stop = new Stop();
      stop.ask();
      try (Snapshot newest = world.store.open()) {
        Sha256 id = world.log.last().orElseThrow().id();
        assertThatThrownBy(() -> snapshots.write(newest, id, stop))
            .isInstanceOf(CancellationException.class);
      }
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aSnapshotOfAnotherLogIsNotUsed() throws IOException {
    SnapshotFolder snapshots = new SnapshotFolder(folder);
    try (World other = new World(new MemoryStore())) {
      other.grow(20);
      try (Snapshot newest = other.store.open()) {
        snapshots.write(newest, other.log.last().orElseThrow().id(), new Stop());
      }
    }
    try (World world = new World(new MemoryStore())) {
      world.grow(VERSIONS);
      world.verify(new History(world.log, world.store, Optional.of(snapshots)));
    }
  }

  @Test
  void aVersionThatDoesNotExistIsNotOpened() {
    try (World world = new World(new MemoryStore())) {
      world.grow(2);
      History history = new History(world.log, world.store);
      assertThat(history.open(new Version(3), bytes -> {})).isEmpty();
    }
  }

  @Test
  void twoVersionsAreReadSideBySide() throws IOException {
    try (World world = new World(TdbStore.open(folder, DefaultGraph.UNION))) {
      world.grow(10);
      History history = new History(world.log, world.store);
      try (Snapshot third = history.open(new Version(3), bytes -> {}).orElseThrow();
          Snapshot tenth = history.open(new Version(10), bytes -> {}).orElseThrow()) {
        assertThat(State.of(third)).isEqualTo(world.states.get(3));
        assertThat(State.of(tenth)).isEqualTo(world.states.get(10));
      }
      world.grow(1);
      world.verify(history);
    }
  }

  @Test
  void aVersionThatTakesTooLongIsGivenUp() {
    try (World world = new World(new MemoryStore())) {
      world.grow(10);
      History history = new History(world.log, world.store);
      assertThatIllegalStateException()
          .isThrownBy(() ->
              history.open(
                  new Version(5),
                  bytes -> {
                    throw new IllegalStateException("too late");
                  }));
      world.verify(history);
    }
  }

  @Test
  void aVersionIsFoundByItsIdentityAndByTheTimeAtWhichItWasTheNewest() {
    Instant[] now = {Instant.EPOCH};
    ChangeLog log = new MemoryLog(() -> now[0]);
    Store store = new MemoryStore();
    for (int i = 1; i <= 3; i++) {
      now[0] = Instant.ofEpochSecond(i * 10L);
      store.apply(
          log.append(
              new Change(
                  "tests",
                  "m",
                  List.of(Quad.create(iri("g"), iri("s"), iri("p"), iri("o" + i))),
                  List.of())));
    }
    Outline outline = new History(log, store).outline();
    assertThat(outline.version(log.last().orElseThrow().id())).contains(new Version(3));
    assertThat(outline.version(Sha256.of("no version"))).isEmpty();
    assertThat(outline.at(Instant.ofEpochSecond(9))).isEqualTo(Version.NONE);
    assertThat(outline.at(Instant.ofEpochSecond(10))).isEqualTo(new Version(1));
    assertThat(outline.at(Instant.ofEpochSecond(29))).isEqualTo(new Version(2));
    assertThat(outline.at(Instant.MAX)).isEqualTo(new Version(3));
    assertThat(outline.time(new Version(2))).contains(Instant.ofEpochSecond(20));
    assertThat(outline.id(Version.NONE)).isEmpty();
  }
}
