package org.dramatis.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Spool;
import org.dramatis.log.Spooled;
import org.dramatis.model.Problem;
import org.dramatis.store.Draft;

/**
 * Documents on their way into the dataset that may be too large for the memory: what they say is
 * put down in a folder until it is in the log. Each of them names its own blank nodes.
 */
public final class Bulk implements AutoCloseable {

  private final Spool spool;
  private final Optional<Node> graph;
  private final LongConsumer counter;
  private long read;

  private Bulk(Spool spool, Optional<Node> graph, LongConsumer counter) {
    this.spool = spool;
    this.graph = graph;
    this.counter = counter;
  }

  /**
   * Begins with nothing.
   *
   * @param scratch the folder in which statements are put down; it is made if it is not there
   * @param graph where statements go that name no graph; without, into the default graph
   * @param counter is told after each statement how many there have been
   */
  public static Bulk in(Path scratch, Optional<Node> graph, LongConsumer counter)
      throws IOException {
    return new Bulk(Spool.in(scratch), graph, counter);
  }

  /**
   * Reads one more document, and tells everything that is wrong with it.
   *
   * @param name how problems call it
   * @param base what relative IRIs in it are relative to; without, there may be none
   */
  public List<Problem> read(
      String name, Lang lang, InputStream in, Optional<String> base, Allowance allowance)
      throws IOException {
    try {
      return BulkReader.read(name, lang, in, base, allowance, this::take);
    } catch (UncheckedIOException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  private void take(Quad quad) {
    try {
      spool.add(
          quad.isDefaultGraph() && graph.isPresent()
              ? Quad.create(graph.get(), quad.asTriple())
              : quad);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    read++;
    counter.accept(read);
  }

  /** Lets a draft say all this, too. Nothing can be read afterwards. */
  public void addTo(Draft draft) throws IOException {
    Spooled all = spool.finish();
    boolean empty = !draft.find().hasNext();
    draft.add((empty ? all : all.filter(quad -> !draft.contains(quad))).statements());
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
