package org.dramatis.entity.ontology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Labels;
import org.dramatis.model.Namespaces;

/**
 * The vocabulary, or one module of it, as a version of the data has it.
 *
 * @param iri its name
 * @param about what it says of itself
 * @param modules it and all that it imports, as far as they define something
 */
public record Ontology(Node iri, About about, List<Module> modules) {

  private static final Node WHOLE = NodeFactory.createURI(Namespaces.ONTOLOGY);

  /**
   * What an ontology says of itself.
   *
   * @param title what it is called
   * @param version its own version, which is not that of the data
   */
  public record About(
      String title,
      Optional<String> description,
      Optional<String> version,
      Optional<Node> licence) {}

  /** Terms that are defined together. */
  public record Module(Node iri, About about, List<Term> terms) {}

  /** Whether something is the vocabulary or a module of it. */
  public static boolean isOne(Graph data, Node thing) {
    return data.contains(thing, RDF.Nodes.type, OWL2.Ontology.asNode()) && isOurs(thing);
  }

  private static boolean isOurs(Node thing) {
    return thing.equals(WHOLE) || thing.getURI().startsWith(Namespaces.ONTOLOGY + "/");
  }

  /**
   * Reads it.
   *
   * @param cost is told of each statement that is kept
   */
  public static Ontology of(Graph data, Node iri, Consumer<Triple> cost) {
    Set<Node> imported = new LinkedHashSet<>();
    collect(data, iri, imported);
    TermReader reader = new TermReader(data, cost);
    List<Module> modules = new ArrayList<>();
    for (Node module : imported) {
      List<Term> terms = reader.definedBy(module);
      if (!terms.isEmpty()) {
        modules.add(new Module(module, about(data, module), terms));
      }
    }
    return new Ontology(iri, about(data, iri), List.copyOf(modules));
  }

  /** In the order of their names, each once, however they import each other. */
  private static void collect(Graph data, Node iri, Set<Node> collected) {
    if (collected.add(iri)) {
      data
          .find(iri, OWL2.imports.asNode(), Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(Node::isURI)
          .toList()
          .stream()
          .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
          .forEach(module -> collect(data, module, collected));
    }
  }

  private static About about(Graph data, Node iri) {
    return new About(
        Labels.text(data, iri, DCTerms.title.asNode(), Optional.empty()).orElse(iri.getURI()),
        Labels.text(data, iri, DCTerms.description.asNode(), Optional.empty()),
        Labels.text(data, iri, OWL2.versionInfo.asNode(), Optional.empty()),
        data.find(iri, DCTerms.license.asNode(), Node.ANY)
            .mapWith(Triple::getObject)
            .nextOptional());
  }

  /** All terms of a kind, in the order of their names. */
  public List<Term> all(Kind kind) {
    return modules.stream()
        .flatMap(module -> module.terms().stream())
        .filter(term -> term.kind() == kind)
        .sorted((one, other) -> one.localName().compareToIgnoreCase(other.localName()))
        .toList();
  }
}
