package org.dramatis.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The way back from {@link Rdf11View}: the parts of a triple on a claim become {@code rdf:reifies}
 * again, and a node that describes a triple term becomes the term.
 *
 * <p>Only claims are restored, known by their type or by their IRI. Anybody else's {@code
 * rdf:Statement} stays what it is.
 */
public final class Rdf11Restoration {

  private static final Node CLAIM = NodeFactory.createURI(Namespaces.TERMS + "Claim");
  private static final String CLAIMS = Namespaces.BASE + "claim/";

  private final Graph source;
  private final Graph target = GraphFactory.createDefaultGraph();
  private final Map<Node, Node> terms = new HashMap<>();
  private final Set<Node> underWay = new HashSet<>();
  private final Set<Node> circular = new HashSet<>();

  private Rdf11Restoration(Graph source) {
    this.source = source;
  }

  /** The graph of RDF 1.2 that a view was made of, with the view's prefixes. */
  public static Graph of(Graph view) {
    Rdf11Restoration restoration = new Rdf11Restoration(view);
    restoration.target.getPrefixMapping().setNsPrefixes(view.getPrefixMapping());
    view.find().forEachRemaining(restoration::restore);
    return restoration.target;
  }

  private void restore(Triple triple) {
    Node subject = triple.getSubject();
    Node predicate = triple.getPredicate();
    if (isPartOfClaim(predicate) && isClaim(subject)) {
      Optional<Triple> reified =
          parts(subject, Rdf11View.SUBJECT, Rdf11View.PREDICATE, Rdf11View.OBJECT);
      if (reified.isPresent()) {
        target.add(subject, Rdf11View.REIFIES, NodeFactory.createTripleTerm(reified.get()));
        return;
      }
    }
    if (isPartOfTerm(triple) && !restored(subject).equals(subject)) {
      return;
    }
    target.add(restored(subject), predicate, restored(triple.getObject()));
  }

  /** The triple term that a blank node describes, or the node itself. */
  private Node restored(Node node) {
    if (!node.isBlank() || !source.contains(node, Rdf11View.TYPE, Rdf11View.TRIPLE_TERM)) {
      return node;
    }
    Node known = terms.get(node);
    if (known != null) {
      return known;
    }
    if (!underWay.add(node)) {
      circular.addAll(underWay); // what describes itself is no encoding of a term
      return node;
    }
    Optional<Triple> triple =
        parts(node, Rdf11View.TERM_SUBJECT, Rdf11View.TERM_PREDICATE, Rdf11View.TERM_OBJECT);
    underWay.remove(node);
    Node term =
        circular.contains(node) ? node : triple.map(NodeFactory::createTripleTerm).orElse(node);
    terms.put(node, term);
    return term;
  }

  private Optional<Triple> parts(Node node, Node subject, Node predicate, Node object) {
    List<Triple> subjects = source.find(node, subject, Node.ANY).toList();
    List<Triple> predicates = source.find(node, predicate, Node.ANY).toList();
    List<Triple> objects = source.find(node, object, Node.ANY).toList();
    if (subjects.size() != 1 || predicates.size() != 1 || objects.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        Triple.create(
            restored(subjects.getFirst().getObject()),
            predicates.getFirst().getObject(),
            restored(objects.getFirst().getObject())));
  }

  private boolean isClaim(Node node) {
    return (node.isURI() && node.getURI().startsWith(CLAIMS))
        || source.contains(node, Rdf11View.TYPE, CLAIM);
  }

  private static boolean isPartOfClaim(Node predicate) {
    return predicate.equals(Rdf11View.SUBJECT)
        || predicate.equals(Rdf11View.PREDICATE)
        || predicate.equals(Rdf11View.OBJECT);
  }

  private static boolean isPartOfTerm(Triple triple) {
    Node predicate = triple.getPredicate();
    return predicate.equals(Rdf11View.TERM_SUBJECT)
        || predicate.equals(Rdf11View.TERM_PREDICATE)
        || predicate.equals(Rdf11View.TERM_OBJECT)
        || (predicate.equals(Rdf11View.TYPE) && triple.getObject().equals(Rdf11View.TRIPLE_TERM));
  }
}
