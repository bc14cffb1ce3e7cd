package org.dramatis.ontology;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** One line of an alignment: a term of ours, how strongly it is tied, and a term of others. */
record Mapping(Node term, Node strength, Node target) {

  /** Relations from which a reasoner, or a careless reader, concludes that the one is the other. */
  static final Set<Node> BINDING =
      Set.of(
          RDFS.subClassOf.asNode(),
          OWL2.equivalentClass.asNode(),
          OWL2.sameAs.asNode(),
          SKOS.exactMatch.asNode());

  private static final Set<Node> STRENGTHS =
      Set.of(
          RDFS.subClassOf.asNode(),
          RDFS.subPropertyOf.asNode(),
          OWL2.equivalentClass.asNode(),
          OWL2.equivalentProperty.asNode(),
          SKOS.exactMatch.asNode(),
          SKOS.closeMatch.asNode(),
          SKOS.broadMatch.asNode(),
          SKOS.narrowMatch.asNode(),
          SKOS.relatedMatch.asNode());

  /** Every statement of the graph that is not about the alignment itself. */
  static List<Mapping> of(Graph graph) {
    return graph.stream()
        .filter(t -> !graph.contains(t.getSubject(), NodeConst.nodeRDFType, OWL2.Ontology.asNode()))
        .map(Mapping::of)
        .toList();
  }

  private static Mapping of(Triple triple) {
    return new Mapping(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  boolean hasAKnownStrength() {
    return STRENGTHS.contains(strength);
  }

  boolean binds() {
    return BINDING.contains(strength);
  }
}
