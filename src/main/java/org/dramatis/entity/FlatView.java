package org.dramatis.entity;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Properties;

/** A thing in plain statements: what is asserted of it, and an edge for each credit. */
public final class FlatView {

  private static final List<Node> ENDS = List.of(Properties.WORK, Properties.AGENT);

  private final Graph data;
  private final Node thing;
  private final Consumer<Triple> cost;
  private final Graph flat = GraphFactory.createDefaultGraph();

  private FlatView(Graph data, Node thing, Consumer<Triple> cost) {
    this.data = data;
    this.thing = thing;
    this.cost = cost;
    flat.getPrefixMapping().setNsPrefixes(Namespaces.prefixes());
  }

  /**
   * The view of a thing.
   *
   * @param cost is told every statement that is kept, and may throw to end the work
   */
  public static Graph of(Graph data, Node thing, Consumer<Triple> cost) {
    FlatView view = new FlatView(data, thing, cost);
    data.find(thing, Node.ANY, Node.ANY)
        .filterKeep(triple -> !triple.getObject().isTripleTerm())
        .toList()
        .forEach(view::add);
    view.credits();
    view.label();
    return view.flat;
  }

  private void add(Triple triple) {
    if (!flat.contains(triple)) {
      cost.accept(triple);
      flat.add(triple);
    }
  }

  private void credits() {
    for (Node end : ENDS) {
      for (Node credit : subjects(end, thing)) {
        edges(credit);
      }
    }
  }

  private void edges(Node credit) {
    for (Node role : objects(credit, Properties.ROLE)) {
      for (Node property : objects(role, Properties.FLAT_PROPERTY)) {
        for (Node work : objects(credit, Properties.WORK)) {
          for (Node agent : objects(credit, Properties.AGENT)) {
            add(Triple.create(work, property, agent));
          }
        }
      }
    }
  }

  private void label() {
    flat.find()
        .toList()
        .forEach(triple -> {
          label(triple.getSubject());
          label(triple.getObject());
        });
  }

  private void label(Node node) {
    if (node.isURI() && Namespaces.isOurs(node.getURI())) {
      data.find(node, RDFS.Nodes.label, Node.ANY).toList().forEach(this::add);
      data.find(node, RDF.Nodes.type, Node.ANY).toList().forEach(this::add);
    }
  }

  private List<Node> objects(Node subject, Node property) {
    return data.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private List<Node> subjects(Node property, Node object) {
    return data.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList();
  }
}
