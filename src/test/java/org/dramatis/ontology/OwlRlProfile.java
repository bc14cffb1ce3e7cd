package org.dramatis.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The OWL 2 RL profile (W3C Recommendation of 2012-12-11, section 4), as far as this vocabulary has
 * use for it: what is not listed here is refused, even where the profile would allow it.
 *
 * @see <a href="https://www.w3.org/TR/owl2-profiles/#OWL_2_RL">OWL 2 RL</a>
 */
final class OwlRlProfile {

  /** What a thing of the vocabulary may be declared as. */
  private static final Set<Node> KINDS =
      Set.of(
          OWL.Class.asNode(),
          OWL.ObjectProperty.asNode(),
          OWL.DatatypeProperty.asNode(),
          OWL.AnnotationProperty.asNode(),
          OWL.Ontology.asNode(),
          OWL.FunctionalProperty.asNode(),
          OWL.InverseFunctionalProperty.asNode(),
          OWL.SymmetricProperty.asNode(),
          OWL.TransitiveProperty.asNode(),
          OWL2.AsymmetricProperty.asNode(),
          OWL2.IrreflexiveProperty.asNode(),
          SKOS.Concept.asNode(),
          SKOS.ConceptScheme.asNode());

  /** The axioms; each is looked at in its place. */
  private static final Set<Node> AXIOMS =
      Set.of(
          RDF.Nodes.type,
          RDFS.Nodes.subClassOf,
          RDFS.Nodes.subPropertyOf,
          RDFS.Nodes.domain,
          RDFS.Nodes.range,
          OWL.disjointWith.asNode(),
          OWL.equivalentClass.asNode(),
          OWL.inverseOf.asNode(),
          OWL2.propertyDisjointWith.asNode());

  /** What says something about an ontology or a term and means nothing to a reasoner. */
  private static final Set<Node> ANNOTATIONS =
      Set.of(
          RDFS.Nodes.label,
          RDFS.Nodes.comment,
          RDFS.Nodes.isDefinedBy,
          RDFS.Nodes.seeAlso,
          OWL.imports.asNode(),
          OWL.versionInfo.asNode(),
          OWL2.versionIRI.asNode());

  private static final Set<String> LOGIC =
      Set.of(RDF.getURI(), RDFS.getURI(), OWL.getURI(), "http://www.w3.org/2001/XMLSchema#");

  private final Graph graph;
  private final List<String> violations = new ArrayList<>();

  private OwlRlProfile(Graph graph) {
    this.graph = graph;
  }

  /** What in the graph is outside the profile, one line each. */
  static List<String> violations(Graph graph) {
    OwlRlProfile profile = new OwlRlProfile(graph);
    graph.find().forEachRemaining(profile::look);
    profile.noTermIsOfTwoKinds();
    profile.transitivePropertiesAreSimpleOtherwise();
    return List.copyOf(profile.violations);
  }

  private void look(Triple triple) {
    Node subject = triple.getSubject();
    Node predicate = triple.getPredicate();
    Node object = triple.getObject();
    require(subject.isURI(), triple, "only named classes and properties are used");
    if (isLogic(predicate) && !AXIOMS.contains(predicate) && !ANNOTATIONS.contains(predicate)) {
      violations.add(predicate.getLocalName() + " is not among the constructs listed: " + triple);
    } else if (predicate.equals(RDF.Nodes.type)) {
      require(KINDS.contains(object), triple, "this kind is not among those listed");
    } else if (AXIOMS.contains(predicate)) {
      require(object.isURI(), triple, "only named classes and properties are used");
      require(
          !object.equals(OWL.Thing.asNode()) && !subject.equals(OWL.Thing.asNode()),
          triple,
          "owl:Thing stands in no axiom of OWL 2 RL");
      if (predicate.equals(RDFS.Nodes.range)) {
        lookAtRange(triple);
      } else {
        require(!isDatatype(object), triple, "a datatype stands only in a range");
      }
    }
  }

  private void lookAtRange(Triple range) {
    boolean ofData = is(range.getSubject(), OWL.DatatypeProperty.asNode());
    if (ofData) {
      require(OwlRlDatatypes.ALL.contains(range.getObject()), range, "not a datatype of OWL 2 RL");
    } else {
      require(!isDatatype(range.getObject()), range, "only a datatype property has a datatype");
    }
  }

  /** A property relates things or holds data or annotates, and is no class at the same time. */
  private void noTermIsOfTwoKinds() {
    List<Node> kinds =
        List.of(
            OWL.Class.asNode(),
            OWL.ObjectProperty.asNode(),
            OWL.DatatypeProperty.asNode(),
            OWL.AnnotationProperty.asNode());
    kinds.stream()
        .flatMap(kind -> instances(kind))
        .distinct()
        .filter(term -> kinds.stream().filter(kind -> is(term, kind)).count() > 1)
        .forEach(term -> violations.add("declared as two kinds of term: " + term));
    Stream.of(OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.InverseFunctionalProperty)
        .flatMap(kind -> instances(kind.asNode()))
        .filter(property -> !is(property, OWL.ObjectProperty.asNode()))
        .forEach(property -> violations.add("only an object property can be that: " + property));
  }

  /** OWL 2 DL, of which RL is a part, asks this of a transitive property so as to be decidable. */
  private void transitivePropertiesAreSimpleOtherwise() {
    instances(OWL.TransitiveProperty.asNode())
        .filter(property ->
            is(property, OWL.FunctionalProperty.asNode())
                || is(property, OWL.InverseFunctionalProperty.asNode())
                || is(property, OWL2.AsymmetricProperty.asNode())
                || is(property, OWL2.IrreflexiveProperty.asNode()))
        .forEach(property -> violations.add("transitive, so it may be nothing else: " + property));
  }

  private Stream<Node> instances(Node kind) {
    return graph.find(Node.ANY, RDF.Nodes.type, kind).mapWith(Triple::getSubject).toList().stream();
  }

  private boolean is(Node term, Node kind) {
    return graph.contains(term, RDF.Nodes.type, kind);
  }

  private void require(boolean holds, Triple triple, String what) {
    if (!holds) {
      violations.add(what + ": " + triple);
    }
  }

  private static boolean isLogic(Node node) {
    return node.isURI() && LOGIC.stream().anyMatch(node.getURI()::startsWith);
  }

  /** Whether the node names a datatype, allowed or not, rather than a class. */
  private static boolean isDatatype(Node node) {
    return OwlRlDatatypes.ALL.contains(node)
        || (node.isURI() && node.getURI().startsWith("http://www.w3.org/2001/XMLSchema#"));
  }
}
