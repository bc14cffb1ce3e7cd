package org.dramatis.link.reconcile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.link.search.Search;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Properties;

/** The classes and properties that can be asked for, as the ontology in the data has them. */
public final class Schema {

  private static final String PREFIX = "d:";
  private static final List<Node> PROPERTY_KINDS =
      List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode());

  private static final String ADDRESS = "://";

  private final Graph graph;
  private final Schemes schemes;
  private final List<EntityType> types = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>(List.of(DerivedProperty.values()));
  private final Map<String, EntityType> typesByName = new HashMap<>();
  private final Map<String, Property> propertiesByName = new HashMap<>();

  private Schema(Graph graph) {
    this.graph = graph;
    this.schemes = Schemes.of(graph);
  }

  /** The classes and properties of a graph. */
  public static Schema of(Graph graph) {
    Schema schema = new Schema(graph);
    schema.ours(OWL.Class.asNode()).stream().map(schema::readType).forEach(schema.types::add);
    PROPERTY_KINDS.stream()
        .flatMap(kind -> schema.ours(kind).stream())
        .distinct()
        .map(schema::readProperty)
        .forEach(schema.properties::add);
    schema.types.sort(Comparator.comparing(EntityType::id));
    schema.properties.sort(Comparator.comparing(Property::id));
    schema.types.forEach(type -> {
      schema.typesByName.put(key(type.iri().getURI()), type);
      schema.typesByName.put(key(type.id()), type);
      schema.typesByName.putIfAbsent(key(type.name()), type);
    });
    schema.properties.forEach(property -> {
      schema.propertiesByName.put(key(property.id()), property);
      schema.propertiesByName.putIfAbsent(key(property.title()), property);
    });
    return schema;
  }

  /** All classes, in the order of their ids. */
  public List<EntityType> types() {
    return List.copyOf(types);
  }

  /** All properties, in the order of their ids. */
  public List<Property> properties() {
    return List.copyOf(properties);
  }

  /** The class of an id, an IRI or a name; one of another vocabulary if something has it. */
  public Optional<EntityType> type(String name) {
    EntityType known = typesByName.get(key(name));
    if (known != null) {
      return Optional.of(known);
    }
    return name.contains(":")
        ? Optional.of(NodeFactory.createURI(name))
            .filter(iri -> graph.contains(Node.ANY, RDF.type.asNode(), iri))
            .map(this::readType)
        : Optional.empty();
  }

  /** The property of an id, an IRI or a name. */
  public Optional<Property> property(String name) {
    return Optional.ofNullable(propertiesByName.get(key(name)));
  }

  /** A value as it is kept: an identifier is often given as the address of its page. */
  public Given kept(Property property, Given given) {
    if (!(property instanceof StatedProperty stated) || !stated.identifies()) {
      return given;
    }
    boolean one = stated.including().size() == 1;
    return schemes.all().stream()
        .filter(scheme -> stated.including().contains(scheme.property()))
        .filter(_ -> one || given.shown().contains(ADDRESS))
        .map(scheme -> scheme.read(given.shown()))
        .flatMap(reading ->
            reading instanceof Scheme.Reading.Identifier(Scheme _, String value)
                ? Stream.of(value)
                : Stream.empty())
        .findFirst()
        .<Given>map(Given.Text::new)
        .orElse(given);
  }

  /** A class and all that are part of it. */
  public Set<Node> narrowed(EntityType type) {
    return closure(graph, type.iri(), true);
  }

  /** A class and all of which it is part. */
  public Set<Node> broadened(EntityType type) {
    return closure(graph, type.iri(), false);
  }

  /** Case does not count, and a name may be written with hyphens. */
  private static String key(String name) {
    String local =
        name.startsWith(Namespaces.TERMS)
            ? name.substring(Namespaces.TERMS.length())
            : name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return local.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private List<Node> ours(Node kind) {
    return graph
        .find(Node.ANY, RDF.type.asNode(), kind)
        .mapWith(Triple::getSubject)
        .filterKeep(term -> term.isURI() && term.getURI().startsWith(Namespaces.TERMS))
        .toList();
  }

  private static String id(Node term) {
    String iri = term.getURI();
    return iri.startsWith(Namespaces.TERMS) ? iri.substring(Namespaces.TERMS.length()) : iri;
  }

  private EntityType readType(Node iri) {
    return new EntityType(
        iri, id(iri), name(iri), definition(iri), objects(iri, RDFS.subClassOf.asNode()));
  }

  private Property readProperty(Node iri) {
    Set<Node> broader = new HashSet<>();
    Deque<Node> next = new ArrayDeque<>(List.of(iri));
    while (!next.isEmpty()) {
      Node term = next.remove();
      if (broader.add(term)) {
        next.addAll(objects(term, RDFS.subPropertyOf.asNode()));
      }
    }
    Set<Node> including = new HashSet<>(Set.of(iri));
    graph
        .find(Node.ANY, RDFS.subPropertyOf.asNode(), iri)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .forEach(including::add);
    return new StatedProperty(
        iri,
        id(iri),
        name(iri),
        definition(iri),
        including,
        objects(iri, RDFS.domain.asNode()),
        broader.contains(Properties.IDENTIFIER));
  }

  private String name(Node term) {
    return Search.summary(graph, term, Optional.empty()).label().orElseGet(() -> id(term));
  }

  private Optional<String> definition(Node term) {
    return graph
        .find(term, SKOS.definition.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .toList()
        .stream()
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .findFirst();
  }

  private Set<Node> objects(Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(Node::isURI)
        .toSet();
  }

  private static Set<Node> closure(Graph graph, Node type, boolean narrower) {
    Node subClassOf = RDFS.subClassOf.asNode();
    Set<Node> all = new HashSet<>();
    Deque<Node> next = new ArrayDeque<>(List.of(type));
    while (!next.isEmpty()) {
      Node one = next.remove();
      if (one.isURI() && all.add(one)) {
        if (narrower) {
          graph.find(Node.ANY, subClassOf, one).mapWith(Triple::getSubject).forEach(next::add);
        } else {
          graph.find(one, subClassOf, Node.ANY).mapWith(Triple::getObject).forEach(next::add);
        }
      }
    }
    return all;
  }
}
