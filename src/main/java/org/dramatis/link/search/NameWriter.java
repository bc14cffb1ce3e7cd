package org.dramatis.link.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.dramatis.model.Sha256;
import org.dramatis.store.Stop;

/** Lucene, as it is written to by one thread. */
final class NameWriter implements AutoCloseable {

  private static final int CHANGES_BETWEEN_COMMITS = 1000;
  private static final String ID = "id";

  /** It tells at every start which instructions of the processor it uses; held, or it is lost. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.WARNING);
  }

  private final IndexWriter writer;
  private int uncommitted;

  /** Opens what is in the directory, or begins it. */
  NameWriter(Directory directory) throws IOException {
    this.writer = new IndexWriter(directory, new IndexWriterConfig());
  }

  /** The identity of the version that was reached when it was last committed. */
  Optional<Sha256> reached() {
    Map<String, String> kept = new HashMap<>();
    Iterable<Map.Entry<String, String>> written = writer.getLiveCommitData();
    if (written != null) {
      written.forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    }
    return Optional.ofNullable(kept.get(ID)).flatMap(Sha256::parse);
  }

  /** Makes the index anew from all that has a name. */
  void writeAll(Graph names, Sha256 id, Stop stop) throws IOException {
    writer.deleteAll();
    try {
      Names.entities(
          names,
          entity -> {
            stop.look();
            putUnchecked(entity, names);
          });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    commit(id);
  }

  private void putUnchecked(Node entity, Graph names) {
    try {
      put(entity, names);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads again what these are called. */
  void write(Set<Node> entities, Graph names, Sha256 id, Stop stop) throws IOException {
    for (Node entity : entities) {
      stop.look();
      put(entity, names);
    }
    uncommitted++;
    if (uncommitted >= CHANGES_BETWEEN_COMMITS) {
      commit(id);
    } else {
      writer.setLiveCommitData(Map.of(ID, id.toString()).entrySet());
    }
  }

  private void put(Node entity, Graph names) throws IOException {
    writer.updateDocuments(
        new Term(NameFields.ENTITY, entity.getURI()), NameFields.documents(entity, names));
  }

  private void commit(Sha256 id) throws IOException {
    writer.setLiveCommitData(Map.of(ID, id.toString()).entrySet());
    writer.commit();
    uncommitted = 0;
  }

  /** All that has been written so far. */
  DirectoryReader read() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** Forgets what was not committed, and closes: half of a change is worse than none of it. */
  void giveUp() throws IOException {
    writer.rollback();
  }

  /** Commits what was written, which has to be whole changes. */
  @Override
  public void close() throws IOException {
    writer.close();
  }
}
