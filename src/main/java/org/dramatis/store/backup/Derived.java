package org.dramatis.store.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.log.Entry;
import org.dramatis.log.LogFiles;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Snapshot;
import org.dramatis.store.SnapshotFolder;
import org.dramatis.store.StoreFolder;
import org.dramatis.store.TdbStore;
import org.dramatis.store.backup.Finding.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a log gives at some versions, held against what was made from it. The log is read once, and
 * no version is put together.
 */
final class Derived {

  private static final Logger LOG = LoggerFactory.getLogger(Derived.class);

  private final Path data;
  private final LogFiles log;
  private final Consumer<Finding> findings;
  private final List<Made> made = new ArrayList<>();
  private final List<Path> wrong = new ArrayList<>();

  Derived(Path data, LogFiles log, Consumer<Finding> findings) {
    this.data = data;
    this.log = log;
    this.findings = findings;
  }

  /**
   * Something that says to be a version as a whole.
   *
   * @param path what can be made again
   * @param id the identity of the version; empty before the first
   * @param statements what it holds
   * @param created the graphs that it says are there without a statement; empty if it says nothing
   */
  private record Made(
      Path path,
      Version version,
      Optional<Sha256> id,
      StatementSum.Value statements,
      Optional<Set<Node>> created) {}

  /** What a log gives. */
  private record Given(Sha256 id, StatementSum.Value statements, Set<Node> created) {}

  /** What is not as the log gives it. */
  List<Path> wrong() throws IOException {
    readStores(data.resolve(DataFolder.STORE));
    SnapshotFolder folder = new SnapshotFolder(data.resolve(DataFolder.SNAPSHOTS));
    for (SnapshotFolder.Kept kept : folder.list()) {
      readSnapshot(folder, kept);
    }
    Map<Version, Given> given = replay();
    for (Made one : made) {
      compare(one, Optional.ofNullable(given.get(one.version())));
    }
    return wrong;
  }

  private void readStores(Path folder) throws IOException {
    List<Path> stores = new StoreFolder(folder).list();
    if (stores.isEmpty()) {
      found(Kind.UNFINISHED, folder, "holds no database, which is made by the next start");
    }
    List<Path> failed = stores.stream().filter(StoreFolder::hasFailed).toList();
    failed.forEach(path ->
        found(
            Kind.UNFINISHED,
            path,
            "failed to take a change, and is made again from the log by the next start"));
    List<Path> relied = stores.stream().filter(path -> !failed.contains(path)).toList();
    List<Path> unreadable = relied.stream().filter(store -> !readStore(store)).toList();
    for (Path path : unreadable) {
      if (unreadable.size() < stores.size()) {
        found(
            Kind.UNFINISHED,
            path,
            "is no whole database, beside one that is; it goes with the next start");
      } else {
        wrong(path, "cannot be read");
      }
    }
  }

  /** Whether it can be read. */
  private boolean readStore(Path path) {
    // What a union consists of is not kept in it: read as a graph of its own, it has to be empty.
    try (TdbStore store = TdbStore.open(path, DefaultGraph.SEPARATE);
        Snapshot newest = store.open()) {
      Optional<String> disagreement = store.disagreement();
      if (disagreement.isPresent()) {
        wrong(path, "has indexes that do not hold the same: " + disagreement.get());
        return true;
      }
      StatementSum sum = new StatementSum();
      newest.statements().forEachRemaining(sum::add);
      made.add(
          new Made(path, newest.version(), store.id(), sum.value(), Optional.of(newest.created())));
      return true;
    } catch (IOException | RuntimeException unreadable) {
      LOG.debug("The database {} cannot be read", path, unreadable);
      return false;
    }
  }

  private void readSnapshot(SnapshotFolder folder, SnapshotFolder.Kept kept) {
    StatementSum sum = new StatementSum();
    try {
      folder.read(kept, sum::add);
      made.add(
          new Made(
              kept.path(), kept.version(), Optional.of(kept.id()), sum.value(), Optional.empty()));
    } catch (IOException | RuntimeException unreadable) {
      wrong(kept.path(), "cannot be read: " + unreadable.getMessage());
    }
  }

  private Map<Version, Given> replay() {
    Set<Version> asked = new HashSet<>();
    made.forEach(one -> asked.add(one.version()));
    Map<Version, Given> given = new HashMap<>();
    StatementSum sum = new StatementSum();
    Set<Node> created = new HashSet<>();
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      entries.forEach(entry -> {
        entry.change().deleted().forEach(sum::subtract);
        entry.change().added().forEach(sum::add);
        created.addAll(entry.change().created());
        created.removeAll(entry.change().dropped());
        if (asked.contains(entry.version())) {
          given.put(
              entry.version(), new Given(entry.heading().id(), sum.value(), Set.copyOf(created)));
        }
      });
    }
    return given;
  }

  private void compare(Made one, Optional<Given> given) {
    String version = "version " + one.version();
    if (one.version().equals(Version.NONE)) {
      found(Kind.UNFINISHED, one.path(), "is empty, and is filled by the next start");
    } else if (given.isEmpty()) {
      wrong(one.path(), "is at %s, which the log has not".formatted(version));
    } else if (!one.id().equals(Optional.of(given.get().id()))) {
      wrong(one.path(), "is %s of another log".formatted(version));
    } else if (!one.statements().equals(given.get().statements())) {
      wrong(
          one.path(),
          "holds %d statements, which are not the %d that the log gives at %s"
              .formatted(one.statements().count(), given.get().statements().count(), version));
    } else if (one.created().filter(given.get().created()::equals).isEmpty()
        && one.created().isPresent()) {
      wrong(one.path(), "does not have the graphs that the log gives at %s".formatted(version));
    } else {
      found(
          Kind.GOOD,
          one.path(),
          "holds the %d statements that the log gives at %s"
              .formatted(one.statements().count(), version));
    }
  }

  private void wrong(Path path, String text) {
    wrong.add(path);
    found(Kind.WRONG, path, text);
  }

  private void found(Kind kind, Path path, String text) {
    findings.accept(new Finding(kind, data.relativize(path).toString(), text));
  }
}
