package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.TermOrder;

/**
 * A thing in the words of schema.org as JSON-LD, in the form that those who read schema.org expect:
 * its context by address, terms and not IRIs, and what is related nested with its type and name.
 */
public final class SchemaJson {

  /** The context, as schema.org has it. */
  public static final String CONTEXT = "https://schema.org";

  private final Graph view;
  private final JsonBuilder json = JsonBuilder.create();

  private SchemaJson(Graph view) {
    this.view = view;
  }

  /** Writes what {@link SchemaView} made. */
  public static String write(Graph view, Node thing) {
    SchemaJson writer = new SchemaJson(view);
    writer.json.startObject().pair("@context", CONTEXT);
    writer.describe(thing, true);
    writer.reverse(thing);
    return writer.json.finishObject().build() + "\n";
  }

  private void describe(Node node, boolean whole) {
    json.pair("@id", node.getURI());
    properties(view.find(node, Node.ANY, Node.ANY).toList(), false)
        .forEach((property, values) -> {
          if (property.equals(RDF.Nodes.type)) {
            json.pair("@type", word(values.getFirst()));
          } else if (whole || property.equals(SchemaWords.NAME)) {
            json.key(word(property));
            write(property, values);
          }
        });
  }

  private void reverse(Node thing) {
    Map<Node, List<Node>> pointing =
        properties(view.find(Node.ANY, Node.ANY, thing).toList(), true);
    if (!pointing.isEmpty()) {
      json.key("@reverse").startObject();
      pointing.forEach((property, subjects) -> {
        json.key(word(property));
        write(property, subjects);
      });
      json.finishObject();
    }
  }

  /** What stands at the other end of each property, in a fixed order. */
  private static Map<Node, List<Node>> properties(List<Triple> triples, boolean backwards) {
    Map<Node, List<Node>> properties = new TreeMap<>(Comparator.comparing(Node::getURI));
    triples.forEach(triple ->
        properties
            .computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>())
            .add(backwards ? triple.getSubject() : triple.getObject()));
    properties.values().forEach(values -> values.sort(TermOrder.INSTANCE));
    return properties;
  }

  private void write(Node property, List<Node> values) {
    if (values.size() == 1) {
      write(property, values.getFirst());
    } else {
      json.startArray();
      values.forEach(value -> write(property, value));
      json.finishArray();
    }
  }

  private void write(Node property, Node value) {
    if (property.equals(SchemaWords.SAME_AS)) {
      json.value(value.getURI());
    } else if (value.isURI()) {
      json.startObject();
      describe(value, false);
      json.finishObject();
    } else if (XSDDatatype.XSDinteger.getURI().equals(value.getLiteralDatatypeURI())) {
      json.value(Long.parseLong(value.getLiteralLexicalForm()));
    } else {
      json.value(value.getLiteralLexicalForm());
    }
  }

  private static String word(Node node) {
    return node.getURI().substring(SchemaWords.NS.length());
  }
}
