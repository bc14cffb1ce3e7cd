package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * What the dataset tells of one thing, concisely: the statements about it, the claims that carry
 * them, what points to it, and a label for everything that is named.
 */
public final class Portrait {

  /** How many statements are shown at most that point to a thing. */
  public static final int MOST_POINTING = 500;

  private static final Node REIFIES = RDF.reifies.asNode();

  private static final List<Node> LABELS = List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode());

  private static final Comparator<Triple> ORDER =
      Comparator.comparing(Triple::getSubject, TermOrder.INSTANCE)
          .thenComparing(Triple::getPredicate, TermOrder.INSTANCE)
          .thenComparing(Triple::getObject, TermOrder.INSTANCE);

  private final Node thing;
  private final Graph data;
  private final boolean full;
  private final Consumer<Triple> cost;
  private final Graph statements = GraphFactory.createDefaultGraph();
  private final Map<Node, List<Triple>> said = new LinkedHashMap<>();
  private final Map<Triple, List<Node>> claims = new HashMap<>();
  private final List<Triple> pointing = new ArrayList<>();
  private final Map<Node, String> labels = new HashMap<>();
  private boolean cut;

  private Portrait(Node thing, Graph data, boolean full, Consumer<Triple> cost) {
    this.thing = thing;
    this.data = data;
    this.full = full;
    this.cost = cost;
    statements.getPrefixMapping().setNsPrefixes(Namespaces.prefixes());
  }

  /**
   * The portrait of a thing, or nothing if the dataset does not mention it.
   *
   * @param full whether everything that points to it is told, and by which claims
   * @param cost is told every statement that is kept, and may throw to end the work
   */
  public static Optional<Portrait> of(
      DatasetGraph dataset, Node thing, boolean full, Consumer<Triple> cost) {
    Portrait portrait = new Portrait(thing, dataset.getDefaultGraph(), full, cost);
    boolean vocabulary = thing.getURI().startsWith(Namespaces.ONTOLOGY);
    if (vocabulary && dataset.containsGraph(thing)) {
      portrait.take(dataset.getGraph(thing).find());
    } else {
      portrait.take(portrait.data.find(thing, Node.ANY, Node.ANY));
      portrait
          .data
          .find(Node.ANY, RDFS.Nodes.isDefinedBy, thing)
          .mapWith(Triple::getSubject)
          .toList()
          .forEach(term -> portrait.take(portrait.data.find(term, Node.ANY, Node.ANY)));
    }
    portrait.findPointing();
    if (portrait.statements.isEmpty()) {
      return Optional.empty();
    }
    portrait.labelAll();
    return Optional.of(portrait);
  }

  private void take(Iterator<Triple> found) {
    List<Triple> taken = new ArrayList<>();
    found.forEachRemaining(taken::add);
    taken.sort(ORDER);
    for (Triple triple : taken) {
      said.computeIfAbsent(triple.getSubject(), _ -> new ArrayList<>()).add(triple);
      add(triple);
      addClaims(triple);
    }
  }

  private void add(Triple triple) {
    if (!statements.contains(triple)) {
      cost.accept(triple);
      statements.add(triple);
    }
  }

  private void addClaims(Triple triple) {
    List<Node> found =
        data.find(Node.ANY, REIFIES, NodeFactory.createTripleTerm(triple))
            .mapWith(Triple::getSubject)
            .toList();
    for (Node claim : found) {
      data.find(claim, Node.ANY, Node.ANY).toList().forEach(this::add);
    }
    if (!found.isEmpty()) {
      claims.put(triple, found.stream().sorted(TermOrder.INSTANCE).toList());
    }
  }

  private void findPointing() {
    Iterator<Triple> found = data.find(Node.ANY, Node.ANY, thing);
    while (found.hasNext() && !cut) {
      Triple triple = found.next();
      if (!said.containsKey(triple.getSubject())) {
        cut = !full && pointing.size() == MOST_POINTING;
        if (!cut) {
          pointing.add(triple);
          add(triple);
        }
      }
    }
    pointing.sort(ORDER);
    if (full) {
      pointing.forEach(this::addClaims);
    }
  }

  private void labelAll() {
    Set<Node> named = new LinkedHashSet<>();
    named.add(thing);
    statements.find().forEachRemaining(triple -> name(triple, named));
    named.forEach(this::addLabels);
  }

  private static void name(Triple triple, Set<Node> named) {
    for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
      if (node.isURI()) {
        named.add(node);
      } else if (node.isTripleTerm()) {
        name(node.getTriple(), named);
      }
    }
  }

  private void addLabels(Node node) {
    for (Node property : LABELS) {
      List<Triple> found =
          data.find(node, property, Node.ANY)
              .filterKeep(triple -> triple.getObject().isLiteral())
              .toList();
      found.forEach(this::add);
      found.stream()
          .map(Triple::getObject)
          .min(Comparator.comparingInt(Portrait::foreignness).thenComparing(TermOrder.INSTANCE))
          .ifPresent(label -> labels.putIfAbsent(node, label.getLiteralLexicalForm()));
    }
  }

  /** English goes before no language, and that before all others. */
  private static int foreignness(Node label) {
    return switch (label.getLiteralLanguage()) {
      case "en" -> 0;
      case "" -> 1;
      default -> 2;
    };
  }

  /** The thing. */
  public Node thing() {
    return thing;
  }

  /** All of it as one graph. */
  public Graph statements() {
    return statements;
  }

  /** The statements about the thing, and about the terms that it defines, by subject. */
  public Map<Node, List<Triple>> said() {
    return said;
  }

  /** The claims that carry a statement. */
  public List<Node> claims(Triple statement) {
    return claims.getOrDefault(statement, List.of());
  }

  /** The source of a claim, if it is known. */
  public Optional<Node> source(Node claim) {
    return statements
        .find(claim, Properties.SOURCE, Node.ANY)
        .nextOptional()
        .map(Triple::getObject);
  }

  /** The statements that point to the thing, not more than {@link #MOST_POINTING} unless full. */
  public List<Triple> pointing() {
    return pointing;
  }

  /** Whether there are more statements that point to the thing. */
  public boolean isCut() {
    return cut;
  }

  /** The label by which a thing is shown, if it has one. */
  public Optional<String> label(Node node) {
    return Optional.ofNullable(labels.get(node));
  }
}
