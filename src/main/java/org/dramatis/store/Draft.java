package org.dramatis.store;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.StoredStatements;
import org.dramatis.model.Version;
import org.jspecify.annotations.Nullable;

/**
 * A dataset to try a change on: what is written to it is seen by whoever reads it, and by nobody
 * else. What has changed in the end is a {@link Change}. For one thread, inside one {@link
 * Store#read}.
 */
public final class Draft extends DatasetGraphBaseFind {

  /** So many statements are no burden. */
  private static final int HELD_AT_MOST = 50_000;

  private final Version version;
  private final Preview preview;
  private final Set<Node> createdBefore;
  private final Transactional transactions = TransactionalNull.create();
  private String answer = "";

  private Optional<StoredStatements> stored = Optional.empty();

  /** A draft that begins as the snapshot. */
  public Draft(Snapshot snapshot) {
    this(snapshot, () -> {});
  }

  /** The same; the check is made again and again by all that is done with it, and may throw. */
  public Draft(Snapshot snapshot, Runnable check) {
    this.version = snapshot.version();
    this.preview = new Preview(snapshot, check);
    this.createdBefore = snapshot.created();
  }

  /**
   * Lets in statements that are not there and may be too many for the memory. If they are, the
   * change is that they came, and nothing else may be written.
   *
   * @throws WrongGraphException if one of them is in a graph that cannot be written
   */
  public void add(StoredStatements statements) {
    if (statements.size() <= HELD_AT_MOST) {
      statements.forEach(this::add);
    } else {
      statements.forEach(quad -> requireGraph(quad.getGraph()));
      stored = Optional.of(statements);
    }
  }

  /** The version that it began as. */
  public Version version() {
    return version;
  }

  /** What is told to whoever made it, beside the version. */
  public String answer() {
    return answer;
  }

  /** Sets what is told to whoever made it. */
  public void answer(String newAnswer) {
    answer = newAnswer;
  }

  /** The dataset as it has become, for reading only; all that has changed is in the memory then. */
  public Preview preview() {
    stored.ifPresent(statements -> statements.forEach(preview::put));
    return preview;
  }

  /** All statements, each in the graph that it is said in; a union has none of its own. */
  public Iterator<Quad> statements() {
    return preview.defaultGraph() == DefaultGraph.UNION
        ? findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        : find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  /** All that has changed so far. */
  public Change change(String author, String message) {
    if (stored.isPresent()) {
      return new Change(author, message, stored.get(), List.of());
    }
    Set<Node> created = new LinkedHashSet<>(preview.created());
    created.removeAll(createdBefore);
    Set<Node> dropped = new LinkedHashSet<>(createdBefore);
    dropped.removeAll(preview.created());
    return new Change(
        author,
        message,
        Iter.toList(preview.added()),
        Iter.toList(preview.gone()),
        created,
        dropped);
  }

  @Override
  public void add(Quad quad) {
    requireGraph(quad.getGraph());
    preview.put(quad);
  }

  @Override
  public void delete(Quad quad) {
    requireGraph(quad.getGraph());
    if (preview.contains(quad)) {
      preview.remove(quad);
    }
  }

  /** A graph that is emptied as a whole is still there, as the standard has it. */
  @Override
  public void deleteAny(Node g, Node s, Node p, Node o) {
    boolean clears = isWildcard(s) && isWildcard(p) && isWildcard(o);
    if (clears && !isWildcard(g)) {
      requireGraph(g);
    }
    boolean named = isWildcard(g) && preview.defaultGraph() == DefaultGraph.UNION;
    List<Quad> found = Iter.toList(named ? findNG(g, s, p, o) : find(g, s, p, o));
    found.forEach(this::delete);
    if (clears && g.isURI() && !Quad.isDefaultGraph(g) && !found.isEmpty()) {
      preview.created().add(g);
    }
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    requireGraph(name);
    removeGraph(name);
    graph.find().forEachRemaining(triple -> add(Quad.create(name, triple)));
    if (graph.isEmpty()) {
      preview.created().add(name);
    }
  }

  @Override
  public void removeGraph(Node name) {
    deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
    preview.created().remove(name);
  }

  /** Whether the default graph is all that is said anywhere, and nothing by itself. */
  public boolean isUnion() {
    return preview.defaultGraph() == DefaultGraph.UNION;
  }

  private boolean isUnion(Node graph) {
    return isUnion() && Quad.isDefaultGraph(graph);
  }

  private void requireGraph(Node graph) {
    if (isUnion(graph) || Quad.isUnionGraph(graph)) {
      throw new WrongGraphException(
          "the default graph is the union of all named graphs and cannot be written by itself");
    }
    if (!graph.isURI()) {
      throw new WrongGraphException("a graph has an IRI, not a blank node");
    }
  }

  @Override
  public boolean containsGraph(Node name) {
    return preview.containsGraph(name);
  }

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return preview.listGraphNodes();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return preview.findInDftGraph(s, p, o);
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    return preview.findInSpecificNamedGraph(g, s, p, o);
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    return preview.findInAnyNamedGraphs(s, p, o);
  }

  @Override
  public PrefixMap prefixes() {
    return preview.prefixes();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  /** A draft that is not wanted is forgotten as a whole. */
  @Override
  public boolean supportsTransactionAbort() {
    return false;
  }

  @Override
  public void begin(TxnType type) {
    transactions.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return transactions.promote(mode);
  }

  @Override
  public void commit() {
    transactions.commit();
  }

  @Override
  public void abort() {
    transactions.abort();
  }

  @Override
  public void end() {
    transactions.end();
  }

  @Override
  public @Nullable ReadWrite transactionMode() {
    return transactions.transactionMode();
  }

  @Override
  public @Nullable TxnType transactionType() {
    return transactions.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transactions.isInTransaction();
  }
}
