package org.dramatis.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;

/**
 * The dataset as it would be after changes that have not been committed. Nothing is copied but the
 * changes themselves, and the dataset underneath is left alone. For one thread, inside one {@link
 * Store#read}.
 */
public final class Preview extends ReadOnlyDataset {

  private static final int STEPS_BETWEEN_CHECKS = 64;

  private final DatasetGraph base;
  private final Set<Node> created;
  private final Difference unnamed = new Difference();
  private final Map<Node, Difference> named = new HashMap<>();
  private final Runnable check;
  private int steps;

  /** What a graph gains and loses against the same graph underneath. */
  private static final class Difference {
    private final Graph added = GraphMemFactory.createDefaultGraph();
    private final Set<Triple> gone = new HashSet<>();
  }

  /** A view of the snapshot's dataset, to which changes can be added by {@link #apply}. */
  public Preview(Snapshot snapshot) {
    this(snapshot, () -> {});
  }

  /** The same; the check is made again and again by all that reads or changes it, and may throw. */
  Preview(Snapshot snapshot, Runnable check) {
    super(snapshot.defaultGraph(), snapshot.dataset());
    this.check = check;
    this.base = snapshot.dataset();
    this.created = new LinkedHashSet<>(snapshot.created());
  }

  private void step() {
    steps++;
    if (steps >= STEPS_BETWEEN_CHECKS) {
      steps = 0;
      check.run();
    }
  }

  private Iterator<Quad> checked(Iterator<Quad> found) {
    step();
    return Iter.map(
        found,
        quad -> {
          step();
          return quad;
        });
  }

  /** Adds one more change to what this dataset shows. */
  public void apply(Change change) {
    change.deleted().forEach(this::remove);
    change.added().forEach(this::put);
    created.addAll(change.created());
    created.removeAll(change.dropped());
  }

  /** Lets a statement in, whether it is there or not. */
  void put(Quad quad) {
    step();
    Triple triple = quad.asTriple();
    boolean inDefault = quad.isDefaultGraph();
    if (!inDefault) {
      put(difference(quad.getGraph()), triple, base.contains(quad));
    }
    if (inDefault || defaultGraph() == DefaultGraph.UNION) {
      put(unnamed, triple, base.getDefaultGraph().contains(triple));
    }
  }

  private static void put(Difference difference, Triple triple, boolean underneath) {
    difference.gone.remove(triple);
    if (!underneath) {
      difference.added.add(triple);
    }
  }

  /** Takes a statement out, whether it is there or not. */
  void remove(Quad quad) {
    step();
    Triple triple = quad.asTriple();
    boolean inDefault = quad.isDefaultGraph();
    if (!inDefault) {
      remove(difference(quad.getGraph()), triple, base.contains(quad));
    }
    if (inDefault || (defaultGraph() == DefaultGraph.UNION && !isInAnyNamedGraph(triple))) {
      remove(unnamed, triple, base.getDefaultGraph().contains(triple));
    }
  }

  private boolean isInAnyNamedGraph(Triple triple) {
    return findInAnyNamedGraphs(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .hasNext();
  }

  private static void remove(Difference difference, Triple triple, boolean underneath) {
    difference.added.delete(triple);
    if (underneath) {
      difference.gone.add(triple);
    }
  }

  private Difference difference(Node name) {
    return named.computeIfAbsent(name, graph -> new Difference());
  }

  /** The graphs that are there even when they hold nothing; the set is the preview's own. */
  @Override
  Set<Node> created() {
    return created;
  }

  /** The statements that are new. */
  Iterator<Quad> added() {
    Iterator<Quad> found = added(Quad.defaultGraphIRI, own(), Node.ANY, Node.ANY, Node.ANY);
    for (Map.Entry<Node, Difference> graph : named.entrySet()) {
      found =
          Iter.concat(found, added(graph.getKey(), graph.getValue(), Node.ANY, Node.ANY, Node.ANY));
    }
    return found;
  }

  /** The statements that are gone. */
  Iterator<Quad> gone() {
    Iterator<Quad> found = gone(Quad.defaultGraphIRI, own());
    for (Map.Entry<Node, Difference> graph : named.entrySet()) {
      found = Iter.concat(found, gone(graph.getKey(), graph.getValue()));
    }
    return found;
  }

  /** What has changed in the default graph itself; a union only follows the others. */
  private Difference own() {
    return switch (defaultGraph()) {
      case UNION -> new Difference();
      case SEPARATE -> unnamed;
    };
  }

  private static Iterator<Quad> gone(Node g, Difference difference) {
    return Iter.map(difference.gone.iterator(), triple -> Quad.create(g, triple));
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    Set<Node> names = new LinkedHashSet<>();
    base.listGraphNodes().forEachRemaining(names::add);
    names.addAll(named.keySet());
    names.addAll(created);
    names.removeIf(name -> !containsGraph(name));
    return names.iterator();
  }

  @Override
  protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
    return checked(
        find(base.find(Quad.defaultGraphIRI, s, p, o), Quad.defaultGraphIRI, unnamed, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
    Iterator<Quad> underneath = base.findNG(g, s, p, o);
    Difference difference = named.get(g);
    return checked(difference == null ? underneath : find(underneath, g, difference, s, p, o));
  }

  @Override
  protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
    Iterator<Quad> found = Iter.filter(base.findNG(Node.ANY, s, p, o), this::remains);
    for (Map.Entry<Node, Difference> graph : named.entrySet()) {
      found = Iter.concat(found, added(graph.getKey(), graph.getValue(), s, p, o));
    }
    return checked(found);
  }

  private boolean remains(Quad quad) {
    Difference difference = named.get(quad.getGraph());
    return difference == null || !difference.gone.contains(quad.asTriple());
  }

  private static Iterator<Quad> find(
      Iterator<Quad> underneath, Node g, Difference difference, Node s, Node p, Node o) {
    Iterator<Quad> kept =
        difference.gone.isEmpty()
            ? underneath
            : Iter.filter(underneath, quad -> !difference.gone.contains(quad.asTriple()));
    return Iter.concat(kept, added(g, difference, s, p, o));
  }

  private static Iterator<Quad> added(Node g, Difference difference, Node s, Node p, Node o) {
    return Iter.map(difference.added.find(s, p, o), triple -> Quad.create(g, triple));
  }
}
