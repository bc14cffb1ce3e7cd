package org.dramatis.query.warning;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.dramatis.query.mistake.Spelling;

/** The names that are in use, for finding the one that was probably meant. */
final class Names {

  private static final int MOST_READ = 50_000;

  private static final List<String> USUAL =
      Stream.of(
              RDF.type,
              RDF.first,
              RDF.rest,
              RDF.value,
              RDFS.label,
              RDFS.comment,
              RDFS.domain,
              RDFS.range,
              RDFS.seeAlso,
              RDFS.isDefinedBy,
              RDFS.subClassOf,
              RDFS.subPropertyOf,
              SKOS.prefLabel,
              SKOS.altLabel,
              SKOS.definition,
              SKOS.example,
              SKOS.notation,
              SKOS.inScheme,
              SKOS.broader,
              SKOS.narrower,
              SKOS.exactMatch,
              SKOS.closeMatch,
              SKOS.topConceptOf,
              OWL2.Class,
              OWL2.ObjectProperty,
              OWL2.DatatypeProperty,
              RDFS.Class,
              SKOS.Concept,
              SKOS.ConceptScheme)
          .map(term -> term.getURI())
          .toList();

  private static final Node ONTOLOGY = NodeFactory.createURI(Namespaces.ONTOLOGY);

  private final DatasetGraph dataset;

  Names(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** Whether something is said about a term of the ontology. */
  boolean isDeclared(Node term) {
    return dataset.contains(Node.ANY, term, RDF.Nodes.type, Node.ANY);
  }

  /** The name in the same namespace that was probably meant. */
  Optional<String> nearest(Node unknown) {
    String iri = unknown.getURI();
    int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    String namespace = iri.substring(0, end);
    return Spelling.nearest(iri.substring(end), locals(namespace)).map(local -> namespace + local);
  }

  private Collection<String> locals(String namespace) {
    Set<String> found = new LinkedHashSet<>();
    USUAL.stream()
        .filter(iri -> iri.startsWith(namespace))
        .forEach(iri -> found.add(iri.substring(namespace.length())));
    if (Namespaces.isOurs(namespace)) {
      Iterator<Quad> typed =
          namespace.equals(Namespaces.TERMS)
              ? dataset.find(ONTOLOGY, Node.ANY, RDF.Nodes.type, Node.ANY)
              : dataset.find(Quad.defaultGraphIRI, Node.ANY, RDF.Nodes.type, Node.ANY);
      for (int read = 0; typed.hasNext() && read < MOST_READ; read++) {
        Node subject = typed.next().getSubject();
        if (subject.isURI() && subject.getURI().startsWith(namespace)) {
          found.add(subject.getURI().substring(namespace.length()));
        }
      }
    }
    return found;
  }
}
