package org.dramatis.link.identifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.link.Tombstone;
import org.dramatis.model.Namespaces;
import org.dramatis.model.TermOrder;

/**
 * Finds in one version of the data what an identifier of another catalogue means. The statements
 * themselves are the index: the store finds them by property and value, in every version alike.
 *
 * @param dataset the version
 * @param schemes that it describes
 */
public record Lookup(DatasetGraph dataset, Schemes schemes) {

  /** The key under which IRIs of our own are given. */
  public static final String OURS = "iri";

  /**
   * What somebody asks for.
   *
   * @param key the scheme
   * @param text the identifier, however it is written
   */
  public record Asked(String key, String text) {}

  /** What becomes of it. */
  public sealed interface Answer {

    /**
     * What it means: one entity, or several that cannot all be right.
     *
     * @param read as which identifiers of which schemes the text was read
     */
    record Found(List<Scheme.Reading.Identifier> read, List<Identified> entities)
        implements Answer {}

    /** An IRI of ours that has given way to another. */
    record Moved(Tombstone tombstone, Optional<Identified> successor) implements Answer {}

    /** No entity has it. */
    record Nothing(List<Scheme.Reading.Identifier> read) implements Answer {}

    /** There is no such scheme. */
    record NoScheme(Optional<String> near) implements Answer {}

    /** It is no identifier of the scheme. */
    record Malformed(List<Scheme.Reading> readings) implements Answer {}
  }

  /** Finds what is asked for. */
  public Answer find(Asked asked) {
    if (asked.key().equals(OURS)) {
      return ours(asked.text().strip());
    }
    List<Scheme.Reading> readings = schemes.read(asked.key(), asked.text());
    if (readings.isEmpty()) {
      return new Answer.NoScheme(schemes.near(asked.key()));
    }
    List<Scheme.Reading.Identifier> read = new ArrayList<>();
    for (Scheme.Reading reading : readings) {
      if (reading instanceof Scheme.Reading.Identifier identifier) {
        read.add(identifier);
      }
    }
    if (read.isEmpty()) {
      return new Answer.Malformed(readings);
    }
    Set<Node> entities = new LinkedHashSet<>();
    read.forEach(identifier -> entities.addAll(entities(identifier)));
    return entities.isEmpty()
        ? new Answer.Nothing(read)
        : new Answer.Found(read, entities.stream().map(this::all).toList());
  }

  private List<Node> entities(Scheme.Reading.Identifier identifier) {
    return graph()
        .find(
            Node.ANY,
            identifier.scheme().property(),
            NodeFactory.createLiteralString(identifier.value()))
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .sorted(TermOrder.INSTANCE)
        .toList();
  }

  private Answer ours(String iri) {
    if (!Namespaces.isOurs(iri)) {
      return new Answer.Malformed(List.of());
    }
    Node entity = NodeFactory.createURI(iri);
    Optional<Tombstone> tombstone = Tombstone.find(dataset, entity);
    if (tombstone.isPresent()) {
      return new Answer.Moved(tombstone.get(), tombstone.get().successor().map(this::all));
    }
    return graph().contains(entity, Node.ANY, Node.ANY)
        ? new Answer.Found(List.of(), List.of(all(entity)))
        : new Answer.Nothing(List.of());
  }

  /** An entity with all its identifiers. */
  public Identified all(Node entity) {
    return Identified.of(graph(), schemes, entity);
  }

  private Graph graph() {
    return dataset.getDefaultGraph();
  }
}
