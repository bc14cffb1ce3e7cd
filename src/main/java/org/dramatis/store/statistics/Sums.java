package org.dramatis.store.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.store.statistics.Tally.Of;

/** Numbers that go up and down, and what each thing that comes or goes does to them. */
final class Sums {

  /** By these, something that is named here is said to be what others have named. */
  private static final Set<Node> LINKS =
      Set.of(
          OWL2.sameAs.asNode(),
          SKOS.exactMatch.asNode(),
          SKOS.closeMatch.asNode(),
          SKOS.broadMatch.asNode(),
          SKOS.narrowMatch.asNode(),
          SKOS.relatedMatch.asNode(),
          RDFS.seeAlso.asNode(),
          NodeFactory.createURI("https://schema.org/sameAs"),
          OWL2.equivalentClass.asNode(),
          OWL2.equivalentProperty.asNode());

  private static final String ENTITIES = Namespaces.BASE + "id/";

  private final Map<Tally, Long> counts;

  /** All zero. */
  Sums() {
    this.counts = new HashMap<>();
  }

  /** What there is in a version. */
  Sums(Statistics before) {
    this.counts = new HashMap<>(before.counts());
  }

  private void add(Tally tally, long number) {
    counts.merge(tally, number, Long::sum);
  }

  /** A statement of one graph. */
  void inGraph(Node graph, int sign) {
    add(new Tally.OfGraph(graph), sign);
  }

  /** A statement of all graphs together, about what has these types, if it is new there. */
  void statement(Triple triple, Types types, int sign) {
    Node property = triple.getPredicate();
    Node object = triple.getObject();
    add(new Tally.OfAll(Of.STATEMENTS), sign);
    add(new Tally.OfProperty(property, Of.STATEMENTS), sign);
    Set<Node> targets = types.of(object);
    for (Node type : types.of(triple.getSubject())) {
      add(new Tally.OfClassProperty(type, property, Of.STATEMENTS), sign);
      targets.forEach(target -> add(new Tally.ToClass(type, property, target), sign));
      if (object.isLiteral()) {
        Node datatype = NodeFactory.createURI(object.getLiteralDatatypeURI());
        add(new Tally.ToDatatype(type, property, datatype), sign);
      }
    }
    if (LINKS.contains(property)) {
      space(object).ifPresent(space -> add(new Tally.Link(property, space), sign));
    }
  }

  /** Something that statements are about, if it is new there. */
  void subject(Node subject, Types types, int sign) {
    add(new Tally.OfAll(Of.SUBJECTS), sign);
    if (subject.isURI() && subject.getURI().startsWith(ENTITIES)) {
      add(new Tally.OfEntities(), sign);
    }
    types.of(subject).forEach(type -> add(new Tally.OfClass(type), sign));
  }

  /** Something that statements say of others, if it is new there. */
  void object(int sign) {
    add(new Tally.OfAll(Of.OBJECTS), sign);
  }

  /** Something of which a property is told, if it is new there. */
  void subjectOf(Node subject, Node property, Types types, int sign) {
    add(new Tally.OfProperty(property, Of.SUBJECTS), sign);
    types
        .of(subject)
        .forEach(type -> add(new Tally.OfClassProperty(type, property, Of.SUBJECTS), sign));
  }

  /** Something that a property has for a value, if it is new there. */
  void objectOf(Node property, int sign) {
    add(new Tally.OfProperty(property, Of.OBJECTS), sign);
  }

  /** The place in which others have named something: the site, or the namespace at a site. */
  private static Optional<String> space(Node object) {
    if (!object.isURI() || Namespaces.isOurs(object.getURI())) {
      return Optional.empty();
    }
    String iri = object.getURI();
    int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    return end == 0 ? Optional.empty() : Optional.of(iri.substring(0, end));
  }

  /** The numbers as they are, of a version. */
  Statistics of(Version version) {
    counts.values().removeIf(number -> number == 0);
    return new Statistics(version, counts);
  }
}
