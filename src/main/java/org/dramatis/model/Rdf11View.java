package org.dramatis.model;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.impl.RDFDirLangString;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * A graph of RDF 1.2 shown as one of RDF 1.1, which every tool reads.
 *
 * <p>A reifier of one triple gets the triple's parts as {@code rdf:subject}, {@code rdf:predicate}
 * and {@code rdf:object}. A triple term anywhere else becomes a blank node that describes it, which
 * is the basic encoding of the RDF 1.2 interoperability note. Directional language strings lose
 * their direction. {@link Rdf11Restoration} goes the way back.
 */
public final class Rdf11View {

  static final Node TYPE = RDF.type.asNode();
  static final Node REIFIES = RDF.reifies.asNode();
  static final Node SUBJECT = RDF.subject.asNode();
  static final Node PREDICATE = RDF.predicate.asNode();
  static final Node OBJECT = RDF.object.asNode();
  static final Node TRIPLE_TERM = NodeFactory.createURI(RDF.getURI() + "TripleTerm");
  static final Node TERM_SUBJECT = NodeFactory.createURI(RDF.getURI() + "ttSubject");
  static final Node TERM_PREDICATE = NodeFactory.createURI(RDF.getURI() + "ttPredicate");
  static final Node TERM_OBJECT = NodeFactory.createURI(RDF.getURI() + "ttObject");

  private final Graph source;
  private final Graph target;
  private final Map<Node, Node> described = new HashMap<>();

  private Rdf11View(Graph source, Graph target) {
    this.source = source;
    this.target = target;
  }

  /** The view of a graph, with the graph's prefixes. */
  public static Graph of(Graph graph) {
    return of(graph, GraphFactory.createDefaultGraph());
  }

  /** The view of a graph, with the graph's prefixes, made in an empty graph. */
  public static Graph of(Graph graph, Graph empty) {
    Rdf11View view = new Rdf11View(graph, empty);
    empty.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
    graph.find().forEachRemaining(view::show);
    return empty;
  }

  private void show(Triple triple) {
    Node subject = plain(triple.getSubject());
    if (triple.getPredicate().equals(REIFIES)
        && triple.getObject().isTripleTerm()
        && canBeFlat(triple.getSubject())) {
      describe(subject, triple.getObject().getTriple(), SUBJECT, PREDICATE, OBJECT);
    } else {
      target.add(subject, triple.getPredicate(), plain(triple.getObject()));
    }
  }

  /** Whether the flat form would say which triple is meant: one triple, and no parts of another. */
  private boolean canBeFlat(Node reifier) {
    return source.find(reifier, REIFIES, Node.ANY).toList().size() == 1
        && !source.contains(reifier, SUBJECT, Node.ANY)
        && !source.contains(reifier, PREDICATE, Node.ANY)
        && !source.contains(reifier, OBJECT, Node.ANY);
  }

  private void describe(Node node, Triple triple, Node subject, Node predicate, Node object) {
    target.add(node, subject, plain(triple.getSubject()));
    target.add(node, predicate, triple.getPredicate());
    target.add(node, object, plain(triple.getObject()));
  }

  private Node plain(Node node) {
    if (node.isTripleTerm()) {
      return standIn(node);
    }
    if (node.isLiteral() && RDFDirLangString.rdfDirLangString.equals(node.getLiteralDatatype())) {
      return NodeFactory.createLiteralLang(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }
    return node;
  }

  private Node standIn(Node term) {
    Node known = described.get(term);
    if (known != null) {
      return known;
    }
    // The same wherever the term is met, so that what is written twice is written alike.
    Node standIn = NodeFactory.createBlankNode("tt" + Sha256.of(NodeFmtLib.strNT(term)).hex());
    described.put(term, standIn);
    target.add(standIn, TYPE, TRIPLE_TERM);
    describe(standIn, term.getTriple(), TERM_SUBJECT, TERM_PREDICATE, TERM_OBJECT);
    return standIn;
  }
}
