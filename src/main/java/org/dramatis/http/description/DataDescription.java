package org.dramatis.http.description;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.model.Namespaces;
import org.dramatis.store.statistics.Statistics;
import org.dramatis.store.statistics.Tally;
import org.dramatis.store.statistics.Tally.Of;

/**
 * The data in the words of VoID: how much of what there is, and how it hangs together. Of what
 * there is very much, the most frequent is listed; the totals tell that there is more.
 */
final class DataDescription {

  private static final int MOST = 1000;
  private static final int MOST_PARTS = 20_000;
  private static final int EXAMPLES = 5;
  private static final int LOOKED_AT = 100;
  private static final String ENTITIES = Namespaces.BASE + "id/";

  private final Model model;
  private final Site site;
  private final Statistics statistics;
  private final Resource dataset;

  private DataDescription(Model model, Site site, Statistics statistics) {
    this.model = model;
    this.site = site;
    this.statistics = statistics;
    this.dataset = model.createResource(site.dataset(), VOID.Dataset);
  }

  /**
   * Describes.
   *
   * @param data all graphs together, where examples are found
   */
  static void describe(Model model, Site site, Statistics statistics, Graph data) {
    DataDescription description = new DataDescription(model, site, statistics);
    description.totals();
    description.vocabularies();
    description.examples(data);
    description.properties();
    description.classes();
    description.targets();
    new Linksets(model, site, statistics).describe(data);
  }

  private void totals() {
    dataset.addProperty(VOID.sparqlEndpoint, model.createResource(site.endpoint()));
    number(dataset, VOID.triples, statistics.of(new Tally.OfAll(Of.STATEMENTS)));
    number(dataset, VOID.distinctSubjects, statistics.of(new Tally.OfAll(Of.SUBJECTS)));
    number(dataset, VOID.distinctObjects, statistics.of(new Tally.OfAll(Of.OBJECTS)));
    long entities = statistics.of(new Tally.OfEntities());
    number(dataset, VOID.entities, entities);
    number(dataset, VOID.classes, statistics.all(Tally.OfClass.class).count());
    number(dataset, VOID.properties, properties(Of.STATEMENTS).count());
    // Clients take it that a statement between names outside the space of a dataset is not in it:
    // so the space is told of a part, which holds what entities are named.
    Resource named = model.createResource(site.at("/#entities"), VOID.Dataset);
    named.addProperty(VOID.uriSpace, ENTITIES);
    number(named, VOID.entities, entities);
    dataset.addProperty(VOID.subset, named);
  }

  private Stream<Tally.OfProperty> properties(Of of) {
    return statistics.all(Tally.OfProperty.class).filter(tally -> tally.of() == of);
  }

  /** All of them: clients take it that no property of another vocabulary is used. */
  private void vocabularies() {
    TreeSet<String> vocabularies = new TreeSet<>();
    properties(Of.STATEMENTS)
        .map(tally -> tally.property().getURI())
        .map(iri -> iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
        .filter(namespace -> !namespace.isEmpty())
        .forEach(vocabularies::add);
    vocabularies.forEach(
        namespace -> dataset.addProperty(VOID.vocabulary, model.createResource(namespace)));
  }

  private void examples(Graph data) {
    most(Tally.OfClass.class, Tally.OfClass::toString, MOST).stream()
        .filter(tally -> tally.type().getURI().startsWith(Namespaces.TERMS))
        .flatMap(tally -> example(data, tally.type()))
        .limit(EXAMPLES)
        .forEach(iri -> dataset.addProperty(VOID.exampleResource, model.createResource(iri)));
  }

  private static Stream<String> example(Graph data, Node type) {
    var found = data.find(Node.ANY, RDF.Nodes.type, type);
    try {
      for (int i = 0; i < LOOKED_AT && found.hasNext(); i++) {
        Triple triple = found.next();
        Node subject = triple.getSubject();
        if (subject.isURI() && subject.getURI().startsWith(ENTITIES)) {
          return Stream.of(subject.getURI());
        }
      }
      return Stream.empty();
    } finally {
      found.close();
    }
  }

  private void properties() {
    for (Tally.OfProperty tally :
        most(properties(Of.STATEMENTS), tally -> tally.property().getURI(), MOST)) {
      Node property = tally.property();
      Resource part = part(Words.fragment(property), property);
      number(part, VOID.triples, statistics.of(tally));
      number(
          part, VOID.distinctSubjects, statistics.of(new Tally.OfProperty(property, Of.SUBJECTS)));
      number(part, VOID.distinctObjects, statistics.of(new Tally.OfProperty(property, Of.OBJECTS)));
      dataset.addProperty(VOID.propertyPartition, part);
    }
  }

  private Resource part(String name, Node property) {
    return model
        .createResource(site.at("/#property-" + name), VOID.Dataset)
        .addProperty(VOID.property, term(property));
  }

  private void classes() {
    for (Tally.OfClass tally : most(Tally.OfClass.class, tally -> tally.type().getURI(), MOST)) {
      Resource part = classPart(tally.type());
      part.addProperty(VOID._class, term(tally.type()));
      number(part, VOID.entities, statistics.of(tally));
      dataset.addProperty(VOID.classPartition, part);
    }
    Stream<Tally.OfClassProperty> ofClasses =
        statistics
            .all(Tally.OfClassProperty.class)
            .filter(tally -> tally.of() == Of.STATEMENTS)
            .filter(tally -> isListed(tally.type()));
    for (Tally.OfClassProperty tally :
        most(ofClasses, tally -> tally.type() + " " + tally.property(), MOST_PARTS)) {
      Resource part = propertyPart(tally.type(), tally.property());
      part.addProperty(VOID.property, term(tally.property()));
      number(part, VOID.triples, statistics.of(tally));
      number(
          part,
          VOID.distinctSubjects,
          statistics.of(new Tally.OfClassProperty(tally.type(), tally.property(), Of.SUBJECTS)));
      classPart(tally.type()).addProperty(VOID.propertyPartition, part);
    }
  }

  private boolean isListed(Node type) {
    return model.containsResource(ResourceFactory.createResource(classIri(type)));
  }

  private String classIri(Node type) {
    return site.at("/#class-" + Words.fragment(type));
  }

  private Resource classPart(Node type) {
    return model.createResource(classIri(type), VOID.Dataset);
  }

  private Resource propertyPart(Node type, Node property) {
    return model.createResource(propertyIri(type, property), VOID.Dataset);
  }

  private String propertyIri(Node type, Node property) {
    return site.at("/#class-" + Words.fragment(type) + "-" + Words.fragment(property));
  }

  /** What the statements about what has a type lead to. */
  private void targets() {
    Property datatype = ResourceFactory.createProperty(Words.VOID_EXT, "datatype");
    Property datatypes = ResourceFactory.createProperty(Words.VOID_EXT, "datatypePartition");
    for (Tally.ToClass tally : most(Tally.ToClass.class, Tally.ToClass::toString, MOST_PARTS)) {
      target(
          propertyIri(tally.type(), tally.property()),
          VOID.classPartition,
          VOID._class,
          tally.target(),
          statistics.of(tally));
    }
    for (Tally.ToDatatype tally :
        most(Tally.ToDatatype.class, Tally.ToDatatype::toString, MOST_PARTS)) {
      target(
          propertyIri(tally.type(), tally.property()),
          datatypes,
          datatype,
          tally.datatype(),
          statistics.of(tally));
    }
  }

  private void target(String part, Property leads, Property to, Node what, long number) {
    Resource from = model.createResource(part);
    if (from.hasProperty(VOID.property)) {
      Resource target = model.createResource(part + "-" + Words.fragment(what));
      target.addProperty(to, term(what));
      number(target, VOID.triples, number);
      from.addProperty(leads, target);
    }
  }

  private <T extends Tally> List<T> most(Class<T> kind, Function<T, String> name, int number) {
    return most(statistics.all(kind), name, number);
  }

  private <T extends Tally> List<T> most(Stream<T> all, Function<T, String> name, int number) {
    return all.sorted(
            Comparator.comparingLong((T tally) -> -statistics.of(tally)).thenComparing(name))
        .limit(number)
        .toList();
  }

  private RDFNode term(Node node) {
    return model.asRDFNode(node);
  }

  private static void number(Resource what, Property property, long number) {
    what.addProperty(property, Words.number(number));
  }
}
