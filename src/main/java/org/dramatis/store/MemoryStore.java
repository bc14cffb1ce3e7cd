package org.dramatis.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * A store that lasts as long as the process.
 *
 * <p>The union of the named graphs is kept as the default graph of the dataset underneath, and not
 * worked out for every pattern: Jena would scan all quads for each pattern without a subject.
 */
public final class MemoryStore implements Store {

  private final DatasetGraph base = DatasetGraphFactory.createTxnMem();
  private final PinnedReads reads = new PinnedReads(base);
  private final DatasetGraph view = new UnionDataset(base, reads);
  private final ReentrantLock writing = new ReentrantLock();

  @Override
  public Version version() {
    return reads.version();
  }

  @Override
  public <T> T read(Function<? super Snapshot, ? extends T> question) {
    return view.calculateRead(() -> question.apply(new Snapshot(version(), view)));
  }

  @Override
  public void apply(Entry entry) {
    writing.lock();
    try {
      Version expected = reads.head().next();
      if (!entry.version().equals(expected)) {
        throw new IllegalArgumentException(
            "version " + entry.version() + " cannot follow " + reads.head());
      }
      write(entry.change());
      reads.publish(entry.version());
    } finally {
      writing.unlock();
    }
  }

  /** Makes the change in a write transaction that is left open unless something fails. */
  private void write(Change change) {
    base.begin(TxnType.WRITE);
    boolean done = false;
    try {
      change.deleted().forEach(this::delete);
      change.added().forEach(this::add);
      done = true;
    } finally {
      if (!done) {
        base.abort();
      }
    }
  }

  private void add(Quad quad) {
    base.add(quad);
    base.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
  }

  private void delete(Quad quad) {
    base.delete(quad);
    Triple triple = quad.asTriple();
    boolean elsewhere =
        base.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
            .hasNext();
    if (!elsewhere) {
      base.delete(Quad.create(Quad.defaultGraphIRI, triple));
    }
  }

  @Override
  public DatasetGraph dataset() {
    return view;
  }

  @Override
  public void close() {
    base.close();
  }
}
