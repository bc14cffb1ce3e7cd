package org.dramatis.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeUtils;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Rdf11View;

/**
 * Writes quads as expanded, flattened JSON-LD 1.1, one node object a line. They have to come sorted
 * by graph and subject, with those of the default graph first; no more than one subject is held.
 * JSON-LD has no triple terms, so that a subject is written as RDF 1.1 sees it.
 */
final class JsonLdStream extends StreamRDFBase {

  private final OutputStream out;
  private Graph subject = GraphFactory.createDefaultGraph();
  private Optional<Node> graph = Optional.empty();
  private Optional<Node> last = Optional.empty();
  private String separator = "";

  JsonLdStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void start() {
    write("[");
  }

  @Override
  public void quad(Quad quad) {
    Optional<Node> next = quad.isDefaultGraph() ? Optional.empty() : Optional.of(quad.getGraph());
    if (!next.equals(graph)) {
      endSubject();
      endGraph();
      next.ifPresent(this::beginGraph);
      graph = next;
    } else if (!last.equals(Optional.of(quad.getSubject()))) {
      endSubject();
    }
    last = Optional.of(quad.getSubject());
    subject.add(quad.asTriple());
  }

  @Override
  public void triple(Triple triple) {
    quad(Quad.create(Quad.defaultGraphIRI, triple));
  }

  @Override
  public void finish() {
    endSubject();
    endGraph();
    write("\n]\n");
  }

  private void beginGraph(Node node) {
    write(separator + "\n{\"@id\":" + text(name(node)) + ",\"@graph\":[");
    separator = "";
  }

  private void endGraph() {
    if (graph.isPresent()) {
      write("\n]}");
      separator = ",";
    }
  }

  private void endSubject() {
    if (subject.isEmpty()) {
      return;
    }
    Map<String, Map<String, Set<String>>> nodes = new TreeMap<>();
    Rdf11View.of(subject)
        .find()
        .forEachRemaining(triple ->
            nodes
                .computeIfAbsent(name(triple.getSubject()), _ -> new TreeMap<>())
                .computeIfAbsent(key(triple), _ -> new TreeSet<>())
                .add(value(triple)));
    nodes.forEach(this::writeNode);
    subject = GraphFactory.createDefaultGraph();
  }

  private void writeNode(String name, Map<String, Set<String>> properties) {
    StringBuilder line = new StringBuilder(separator).append("\n{\"@id\":").append(text(name));
    properties.forEach((property, values) ->
        line.append(',')
            .append(text(property))
            .append(":[")
            .append(String.join(",", values))
            .append(']'));
    write(line.append('}').toString());
    separator = ",";
  }

  /** A type that is no resource is a value like any other. */
  private static String key(Triple triple) {
    String property = triple.getPredicate().getURI();
    return property.equals(RDF.type.getURI()) && !triple.getObject().isLiteral()
        ? "@type"
        : property;
  }

  private static String value(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral()) {
      String name = text(name(object));
      return key(triple).equals("@type") ? name : "{\"@id\":" + name + "}";
    }
    String value = "{\"@value\":" + text(object.getLiteralLexicalForm());
    if (!object.getLiteralLanguage().isEmpty()) {
      return value + ",\"@language\":" + text(object.getLiteralLanguage()) + "}";
    }
    return NodeUtils.isSimpleString(object)
        ? value + "}"
        : value + ",\"@type\":" + text(object.getLiteralDatatypeURI()) + "}";
  }

  private static String name(Node node) {
    return node.isURI() ? node.getURI() : NodeFmtLib.strNT(node);
  }

  private static String text(String text) {
    return JSON.toStringFlat(new JsonString(text));
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
