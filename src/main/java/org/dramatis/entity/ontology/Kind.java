package org.dramatis.entity.ontology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/** What a term of the vocabulary is. */
public enum Kind {
  CLASS(OWL2.Class.getURI()),
  OBJECT_PROPERTY(OWL2.ObjectProperty.getURI()),
  DATATYPE_PROPERTY(OWL2.DatatypeProperty.getURI()),
  ANNOTATION_PROPERTY(OWL2.AnnotationProperty.getURI()),
  CONCEPT_SCHEME(SKOS.ConceptScheme.getURI());

  private final String type;

  Kind(String type) {
    this.type = type;
  }

  /** The kind that is named by one of the types; the first, if several are. */
  static Optional<Kind> of(Set<Node> types) {
    return Stream.of(values())
        .filter(kind -> types.contains(NodeFactory.createURI(kind.type)))
        .findFirst();
  }

  /** Whether terms of this kind stand between a subject and an object. */
  public boolean isProperty() {
    return switch (this) {
      case OBJECT_PROPERTY, DATATYPE_PROPERTY, ANNOTATION_PROPERTY -> true;
      case CLASS, CONCEPT_SCHEME -> false;
    };
  }
}
