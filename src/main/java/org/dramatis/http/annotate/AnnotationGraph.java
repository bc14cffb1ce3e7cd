package org.dramatis.http.annotate;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.link.annotate.Mention;
import org.dramatis.link.search.Summary;
import org.dramatis.model.Sha256;

/**
 * Tells mentions as RDF. The text is named by its digest (RFC 6920), and a piece of it by the place
 * of its characters (RFC 5147), so that the same text is the same thing for everybody.
 */
final class AnnotationGraph {

  private static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  private static final String ITS = "http://www.w3.org/2005/11/its/rdf#";

  private final Annotated annotated;
  private final Node text;
  private final String base;
  private final Graph graph = GraphFactory.createDefaultGraph();

  private AnnotationGraph(Annotated annotated) {
    this.annotated = annotated;
    byte[] digest = HexFormat.of().parseHex(Sha256.of(annotated.given().input()).hex());
    this.base = "ni:///sha-256;" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    this.text = NodeFactory.createURI(base);
  }

  static Graph of(Annotated annotated, Model model) {
    AnnotationGraph made = new AnnotationGraph(annotated);
    made.graph
        .getPrefixMapping()
        .setNsPrefixes(
            Map.of("nif", NIF, "oa", OA.NS, "itsrdf", ITS, "xsd", XSDDatatype.XSD + "#"));
    switch (model) {
      case NIF -> made.writeNif();
      case OA -> made.writeAnnotations();
    }
    return made.graph;
  }

  private void writeNif() {
    Node context = piece(0, annotated.length());
    add(context, RDF.type.asNode(), nif("Context"));
    add(context, RDF.type.asNode(), nif("RFC5147String"));
    add(context, nif("isString"), NodeFactory.createLiteralString(annotated.given().input()));
    addPlace(context, 0, annotated.length());
    for (Annotated.Mark mark : annotated.marks()) {
      Node phrase = piece(mark.start(), mark.end());
      Mention.Candidate chosen = mark.mention().chosen();
      add(phrase, RDF.type.asNode(), nif("Phrase"));
      add(phrase, RDF.type.asNode(), nif("RFC5147String"));
      add(phrase, nif("referenceContext"), context);
      add(phrase, nif("anchorOf"), NodeFactory.createLiteralString(input(mark)));
      addPlace(phrase, mark.start(), mark.end());
      add(phrase, its("taIdentRef"), chosen.entry().entity());
      add(phrase, its("taConfidence"), score(chosen));
      for (Summary.Type type : annotated.summary(chosen).types()) {
        add(phrase, its("taClassRef"), NodeFactory.createURI(type.iri()));
      }
    }
  }

  private void addPlace(Node piece, int start, int end) {
    add(piece, nif("beginIndex"), number(start));
    add(piece, nif("endIndex"), number(end));
  }

  private void writeAnnotations() {
    for (Annotated.Mark mark : annotated.marks()) {
      String range = "char=%d,%d".formatted(mark.start(), mark.end());
      Node annotation = NodeFactory.createURI(base + "#annotation-" + range);
      Node target = NodeFactory.createURI(base + "#target-" + range);
      Node position = NodeFactory.createURI(base + "#position-" + range);
      Node quote = NodeFactory.createURI(base + "#quote-" + range);
      add(annotation, RDF.type.asNode(), OA.Annotation.asNode());
      add(annotation, OA.motivatedBy.asNode(), OA.identifying.asNode());
      add(annotation, OA.hasBody.asNode(), mark.mention().chosen().entry().entity());
      add(annotation, OA.hasTarget.asNode(), target);
      add(annotation, its("taConfidence"), score(mark.mention().chosen()));
      add(target, RDF.type.asNode(), OA.SpecificResource.asNode());
      add(target, OA.hasSource.asNode(), text);
      add(target, OA.hasSelector.asNode(), position);
      add(target, OA.hasSelector.asNode(), quote);
      add(position, RDF.type.asNode(), OA.TextPositionSelector.asNode());
      add(position, OA.start.asNode(), number(mark.start()));
      add(position, OA.end.asNode(), number(mark.end()));
      add(quote, RDF.type.asNode(), OA.TextQuoteSelector.asNode());
      add(quote, OA.exact.asNode(), NodeFactory.createLiteralString(input(mark)));
    }
  }

  /** As it was sent, with the tags in it. */
  private String input(Annotated.Mark mark) {
    return mark.inInput().in(annotated.given().input());
  }

  private Node piece(int start, int end) {
    return NodeFactory.createURI("%s#char=%d,%d".formatted(base, start, end));
  }

  private static Node nif(String name) {
    return NodeFactory.createURI(NIF + name);
  }

  private static Node its(String name) {
    return NodeFactory.createURI(ITS + name);
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }

  private static Node score(Mention.Candidate candidate) {
    return NodeFactory.createLiteralDT(
        String.format(Locale.ROOT, "%.4f", candidate.score()), XSDDatatype.XSDdecimal);
  }

  private void add(Node subject, Node predicate, Node object) {
    graph.add(subject, predicate, object);
  }
}
