package org.dramatis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
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
 * the database; one that fails is left as by a crash, and the database is opened anew.
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

  private static final long RESERVE = 32 << 20;
  private static final Logger LOGGER = LoggerFactory.getLogger(TdbStore.class);

  private final Path folder;
  private final DefaultGraph defaultGraph;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Connection connection;
  private volatile Mark mark;

  /** Whether a transaction was left in the middle. */
  private boolean isLeft;

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

  /** A database as it was opened, until it has to be opened anew. */
  private record Connection(DatasetGraph database, NestedReads reads) {}

  private TdbStore(Path folder, DefaultGraph defaultGraph) {
    this.folder = folder;
    this.defaultGraph = defaultGraph;
    this.connection = connect(folder);
    try {
      this.mark = read(connection);
    } catch (RuntimeException | Error damaged) {
      // What stays open would be found again instead of the database that is made anew.
      TDBInternal.expel(connection.database(), true);
      throw damaged;
    }
  }

  /** Opens the database in a folder, which is made if it is not there. */
  public static TdbStore open(Path folder, DefaultGraph defaultGraph) throws IOException {
    Files.createDirectories(folder);
    TornJournal.cut(folder);
    return new TdbStore(folder, defaultGraph);
  }

  private static Connection connect(Path folder) {
    DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(folder));
    return new Connection(database, new NestedReads(database));
  }

  private static Mark read(Connection connection) {
    DatasetGraph database = connection.database();
    return database.calculateRead(() -> Mark.in(database.prefixes()));
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

  @Override
  public Snapshot open() {
    Connection now = begin();
    PrefixMap prefixes = now.database().prefixes();
    Set<Node> created = created(prefixes);
    return new Snapshot(
        Mark.in(prefixes).version(),
        new TdbDataset(defaultGraph, now.reads(), now.database(), created),
        defaultGraph,
        created);
  }

  /** Begins to read; a database that is just being opened anew is waited for. */
  private Connection begin() {
    Connection now = connection;
    try {
      now.reads().begin(TxnType.READ);
      return now;
    } catch (TransactionException closed) {
      writing.lock();
      try {
        if (connection.equals(now)) {
          throw closed;
        }
        connection.reads().begin(TxnType.READ);
        return connection;
      } finally {
        writing.unlock();
      }
    }
  }

  @Override
  public void apply(Entry entry) {
    apply(List.of(entry));
  }

  /** Applies committed changes in one transaction; the first must follow {@link #version()}. */
  public void apply(List<Entry> changes) {
    writing.lock();
    try {
      List<Entry> entries = isLeft ? missing(changes) : changes;
      if (entries.isEmpty()) {
        return;
      }
      DatasetGraph database = connection.database();
      Mark reached = mark;
      for (Entry entry : entries) {
        Store.requireNext(reached.version(), entry);
        reached = Mark.of(entry);
      }
      String iri = reached.iri();
      try {
        OwnThread.run(() -> {
          database.begin(TxnType.WRITE);
          entries.forEach(entry -> write(database, entry.change()));
          database.prefixes().add(VERSION, iri);
          database.commit();
          database.end();
        });
      } catch (RuntimeException | Error failed) {
        // Those who read go on with what was committed, until somebody writes again.
        isLeft = true;
        StoreFolder.fail(folder);
        throw failed;
      }
      mark = reached;
    } finally {
      writing.unlock();
    }
  }

  /** What failed may have been committed all the same. */
  private List<Entry> missing(List<Entry> changes) {
    openAnew();
    return changes.stream().filter(entry -> entry.version().compareTo(mark.version()) > 0).toList();
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
        Mark reached = Mark.in(other.connection.database().prefixes());
        DatasetGraph database = connection.database();
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

  /** As after a crash: what was not committed is not there. */
  private void openAnew() {
    requireRoom();
    TDBInternal.expel(connection.database(), true);
    connection = connect(folder);
    mark = read(connection);
    isLeft = false;
  }

  /** A database that is closed writes what it still has; without room it could not be opened. */
  private void requireRoom() {
    if (folder.toFile().getUsableSpace() < RESERVE) {
      throw new LogException(
          new LogFault.NotWritten(folder, true, "no space left but what is kept free"));
    }
  }

  @Override
  public void close() {
    try {
      TDBInternal.expel(connection.database(), true);
    } catch (RuntimeException failed) {
      LOGGER.warn("The database could not be closed in order; the next start sees to it", failed);
    }
  }
}
