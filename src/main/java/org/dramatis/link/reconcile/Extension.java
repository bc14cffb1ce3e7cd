package org.dramatis.link.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.ingest.Successors;
import org.dramatis.link.reconcile.Property.Value;
import org.dramatis.link.search.Search;
import org.dramatis.model.Terms;

/**
 * Reads what is known of entities, for a table to be extended by it.
 *
 * @param dataset the data, by source
 * @param graph the data of all sources together
 * @param successors what has taken the place of identifiers that were merged or renamed
 */
public record Extension(DatasetGraph dataset, Graph graph, Successors successors) {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,15}");
  private static final Pattern DATE = Pattern.compile("-?[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What a column holds. */
  public enum Part {
    /** The values of a property. */
    VALUES("", ""),
    /** The sources that say so. */
    SOURCES("@sources", "sources"),
    /** The claims in which they say so. */
    CLAIMS("@claims", "claims");

    private final String suffix;
    private final String title;

    Part(String suffix, String title) {
      this.suffix = suffix;
      this.title = title;
    }

    /** What stands behind the id of the property. */
    public String suffix() {
      return suffix;
    }
  }

  /**
   * A column of the table.
   *
   * @param most so many values an entity
   */
  public record Column(Property property, Part part, int most) {

    /** By which it is asked for. */
    public String id() {
      return property.id() + part.suffix();
    }

    /** What stands above it. */
    public String title() {
      return part == Part.VALUES ? property.title() : property.title() + ": " + part.title;
    }
  }

  /** One value in the table. */
  public sealed interface Cell {
    /** Something that has an IRI. */
    record Entity(String iri, String name) implements Cell {}

    /** A text, with the tag of its language or an empty one. */
    record Text(String text, String language) implements Cell {}

    /** A whole number. */
    record Whole(long number) implements Cell {}

    /** Another number. */
    record Decimal(double number) implements Cell {}

    /** A day and a time. */
    record Moment(String text) implements Cell {}
  }

  /** The values of one entity in one column. */
  public List<Cell> cells(Node entity, Column column) {
    Set<Node> nodes = new LinkedHashSet<>();
    for (Value value : column.property().values(graph, successors.last(entity))) {
      switch (column.part()) {
        case VALUES -> nodes.add(value.node());
        case SOURCES -> value.evidence().forEach(triple -> nodes.addAll(sources(triple)));
        case CLAIMS -> value.evidence().forEach(triple -> nodes.addAll(claims(triple)));
      }
    }
    return nodes.stream().limit(column.most()).map(this::cell).toList();
  }

  private List<Node> sources(Triple triple) {
    List<Node> sources = new ArrayList<>();
    dataset
        .findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
        .forEachRemaining(quad -> sources.add(quad.getGraph()));
    return sources;
  }

  private List<Node> claims(Triple triple) {
    return graph
        .find(Node.ANY, RDF.reifies.asNode(), NodeFactory.createTripleTerm(triple))
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toList();
  }

  private Cell cell(Node node) {
    if (node.isURI()) {
      return new Cell.Entity(
          node.getURI(),
          Search.summary(graph, node, Optional.empty()).label().orElseGet(() -> Terms.show(node)));
    }
    if (!node.isLiteral()) {
      return new Cell.Text(Terms.show(node), "");
    }
    String text = node.getLiteralLexicalForm();
    boolean year = XSDDatatype.XSDgYear.equals(node.getLiteralDatatype());
    if (WHOLE.matcher(text).matches() && (year || isNumber(node))) {
      return new Cell.Whole(Long.parseLong(text));
    }
    if (isNumber(node)
        && node.getLiteralValue() instanceof Number number
        && Double.isFinite(number.doubleValue())) {
      return new Cell.Decimal(number.doubleValue());
    }
    if (XSDDatatype.XSDdate.equals(node.getLiteralDatatype()) && DATE.matcher(text).matches()) {
      return new Cell.Moment(text + "T00:00:00");
    }
    return new Cell.Text(text, node.getLiteralLanguage());
  }

  private static boolean isNumber(Node node) {
    return node.getLiteralDatatype().isValid(node.getLiteralLexicalForm())
        && node.getLiteralValue() instanceof Number;
  }
}
