package org.dramatis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.dramatis.log.Entry;
import org.dramatis.log.LogException;
import org.dramatis.log.LogFault;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a TDB2 database, which can be thrown away: the log makes it again. The version is
 * written in the same transaction as the change. No transaction is ever aborted, for that damages
 * the database: one that fails is left as by a crash, and the database takes no more changes,
 * because nobody knows what has reached its files. What was committed before can still be read,
 * unless it failed while its parts went over to the change one after the other.
 */
public final class TdbStore implements Store {

  /** What TDB2 keeps under a prefix is part of a transaction, and of no graph. */
  private static final String VERSION = "version";

  private static final String CREATED = "created";
  private static final String VERSION_IRI = "urn:x-dramatis:version:";

  static {
    if (SystemTDB.enableInlineLiterals) {
      throw new IllegalStateException(ExactLiterals.class + " is not a part of Jena's start");
    }
  }

  private static final String ANEW = "the database failed to take a change and is being made anew";

  /** How many statements go into it at once when it follows a log. */
  private static final long BATCH = 100_000;

  private static final Logger LOGGER = LoggerFactory.getLogger(TdbStore.class);

  private final Path folder;
  private final DefaultGraph defaultGraph;
  private final ReentrantLock writing = new ReentrantLock();
  private final DatasetGraph database;
  private final NestedReads reads;
  private volatile Mark mark;
  private volatile Health health = Health.WHOLE;

  /** What can still be done with the database. */
  private enum Health {
    /** Everything. */
    WHOLE,
    /** It is as it was before a change that it failed to take, and takes no other. */
    READABLE,
    /** Some of its parts have a change and others have not. */
    TORN
  }

  /**
   * Up to where the log has been applied.
   *
   * @param id the identity of the version; empty before the first
   */
  private record Mark(Version version, Optional<Sha256> id) {

    private static final Mark NONE = new Mark(Version.NONE, Optional.empty());

    static Mark of(Entry entry) {
      return new Mark(entry.version(), Optional.of(entry.heading().id()));
    }

    static Mark in(PrefixMap prefixes) {
      String iri = prefixes.getMapping().get(VERSION);
      if (iri == null) {
        return NONE;
      }
      String[] parts = iri.substring(VERSION_IRI.length()).split(":", 2);
      return new Mark(new Version(Long.parseLong(parts[0])), Sha256.parse(parts[1]));
    }

    String iri() {
      return VERSION_IRI + version + ":" + id.orElseThrow();
    }
  }

  private TdbStore(Path folder, DefaultGraph defaultGraph) {
    this.folder = folder;
    this.defaultGraph = defaultGraph;
    this.database = DatabaseMgr.connectDatasetGraph(Location.create(folder));
    this.reads = new NestedReads(database);
    try {
      this.mark = database.calculateRead(() -> Mark.in(database.prefixes()));
    } catch (RuntimeException | Error damaged) {
      // What stays open would be found again instead of the database that is made anew.
      TDBInternal.expel(database, true);
      throw damaged;
    }
  }

  /** Opens the database in a folder, which is made if it is not there. */
  public static TdbStore open(Path folder, DefaultGraph defaultGraph) throws IOException {
    Files.createDirectories(folder);
    TornJournal.cut(folder);
    return new TdbStore(folder, defaultGraph);
  }

  private static Set<Node> created(PrefixMap prefixes) {
    Set<Node> created = new HashSet<>();
    for (Map.Entry<String, String> prefix : prefixes.getMapping().entrySet()) {
      if (prefix.getKey().startsWith(CREATED)) {
        created.add(NodeFactory.createURI(prefix.getValue()));
      }
    }
    return created;
  }

  @Override
  public DefaultGraph defaultGraph() {
    return defaultGraph;
  }

  @Override
  public Version version() {
    return mark.version();
  }

  /** The identity of the newest version in the log that it came from; empty before the first. */
  public Optional<Sha256> id() {
    return mark.id();
  }

  /**
   * Begins to read.
   *
   * @throws LogException if it can be read no more
   */
  @Override
  public Snapshot open() {
    if (isTorn()) {
      throw new LogException(new LogFault.Inaccessible(folder, ANEW));
    }
    reads.begin(TxnType.READ);
    PrefixMap prefixes = database.prefixes();
    Set<Node> created = created(prefixes);
    return new Snapshot(
        Mark.in(prefixes).version(),
        new TdbDataset(defaultGraph, reads, database, created),
        defaultGraph,
        created);
  }

  /**
   * How its indexes differ, each of which ought to hold every statement: their names and how many
   * each holds. Empty if they do not.
   */
  public Optional<String> disagreement() {
    return database.calculateRead(() -> TdbIndexes.disagreement(database));
  }

  @Override
  public void apply(Entry entry) {
    apply(List.of(entry));
  }

  /**
   * Applies committed changes in one transaction; the first must follow {@link #version()}.
   *
   * @throws LogException if it has failed to take a change before
   */
  public void apply(List<Entry> changes) {
    writing.lock();
    try {
      requireWhole();
      Mark reached = mark;
      for (Entry entry : changes) {
        Store.requireNext(reached.version(), entry);
        reached = Mark.of(entry);
      }
      String iri = reached.iri();
      AtomicBoolean committing = new AtomicBoolean();
      try {
        OwnThread.run(() -> {
          database.begin(TxnType.WRITE);
          changes.forEach(entry -> write(database, entry.change()));
          database.prefixes().add(VERSION, iri);
          committing.set(true);
          database.commit();
          database.end();
        });
      } catch (RuntimeException | Error failed) {
        // TDB2 says by this class that it gave the commit up before any part went over to it.
        boolean untouched = !committing.get() || failed instanceof TransactionException;
        health = untouched ? Health.READABLE : Health.TORN;
        StoreFolder.fail(folder);
        throw failed;
      }
      mark = reached;
    } finally {
      writing.unlock();
    }
  }

  private void requireWhole() {
    if (hasFailed()) {
      throw new LogException(new LogFault.NotWritten(folder, false, ANEW));
    }
  }

  /** Whether it has failed to take a change, and takes no more. */
  boolean hasFailed() {
    return health != Health.WHOLE;
  }

  /** Whether it can be read no more. */
  boolean isTorn() {
    return health == Health.TORN;
  }

  /**
   * Applies committed changes, so many at once that each transaction is worth its time; the first
   * must follow {@link #version()}.
   *
   * @throws java.util.concurrent.CancellationException if it was stopped before its end; it has
   *     some of the changes then
   */
  void follow(Stream<Entry> changes, Stop stop) {
    List<Entry> batch = new ArrayList<>();
    long size = 0;
    for (Entry entry : (Iterable<Entry>) changes::iterator) {
      stop.look();
      batch.add(entry);
      size += Moment.size(entry);
      if (size >= BATCH) {
        apply(batch);
        batch.clear();
        size = 0;
      }
    }
    if (!batch.isEmpty()) {
      apply(batch);
    }
  }

  /**
   * Takes over everything of another database, in one transaction; this one is empty.
   *
   * @throws java.util.concurrent.CancellationException if it was stopped before its end; this one
   *     can only be closed then
   */
  void fill(TdbStore other, Stop stop) {
    OwnThread.run(() -> {
      try (Snapshot all = other.open()) {
        Mark reached = Mark.in(other.database.prefixes());
        database.begin(TxnType.WRITE);
        all.statements()
            .forEachRemaining(quad -> {
              stop.look();
              database.add(ExactTerms.kept(quad));
            });
        PrefixMap prefixes = database.prefixes();
        all.created().forEach(graph -> prefixes.add(CREATED + name(graph), graph.getURI()));
        if (reached.id().isPresent()) {
          prefixes.add(VERSION, reached.iri());
        }
        database.commit();
        database.end();
        mark = reached;
      }
    });
  }

  private static void write(DatasetGraph database, Change change) {
    change.deleted().forEach(quad -> database.delete(ExactTerms.kept(quad)));
    change.added().forEach(quad -> database.add(ExactTerms.kept(quad)));
    PrefixMap prefixes = database.prefixes();
    change.created().forEach(graph -> prefixes.add(CREATED + name(graph), graph.getURI()));
    change.dropped().forEach(graph -> prefixes.delete(CREATED + name(graph)));
  }

  private static String name(Node graph) {
    return Sha256.of(graph.getURI()).hex();
  }

  @Override
  public void close() {
    try {
      TDBInternal.expel(database, true);
    } catch (RuntimeException unfinished) {
      LOGGER.warn(
          "The database could not be closed in order; the next start sees to it", unfinished);
    }
  }
}
