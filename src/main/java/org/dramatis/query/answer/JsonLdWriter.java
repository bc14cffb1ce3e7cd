package org.dramatis.query.answer;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.TermOrder;

/**
 * A graph as JSON-LD with words for properties and types. Of the context, the document carries what
 * it uses: so it can be read without a network, and by those who fetch nothing. What something is
 * named by is always written in full, as the name that it is.
 */
final class JsonLdWriter {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,14}");
  private static final Set<String> TRUTH = Set.of("true", "false");
  private static final List<String> ALIASES = List.of("@version", "id", "type", "graph");

  private final JsonLdContext context;
  private final Graph graph;
  private final Map<String, String> prefixes;
  private final Set<String> used = new TreeSet<>();
  private final Map<Node, String> blank = new HashMap<>();

  private JsonLdWriter(JsonLdContext context, Graph graph) {
    this.context = context;
    this.graph = graph;
    this.prefixes = new TreeMap<>(context.prefixes());
    graph.find().forEachRemaining(this::look);
  }

  /** A prefix that is also how some name begins would make another name of that. */
  private void look(Triple triple) {
    Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .flatMap(node -> {
          if (node.isURI()) {
            return Stream.of(node.getURI());
          }
          return node.isLiteral() ? Stream.of(node.getLiteralDatatypeURI()) : Stream.empty();
        })
        .forEach(iri -> prefixes.remove(iri.substring(0, Math.max(0, iri.indexOf(':')))));
  }

  /** Writes a graph of RDF 1.1. */
  static void write(Graph graph, OutputStream out) {
    JsonLdWriter writer = new JsonLdWriter(JsonLdContext.V1, graph);
    JsonArray nodes = writer.nodes();
    JsonObject document = new JsonObject();
    document.put("@context", writer.usedContext());
    document.put("graph", nodes);
    IndentedWriter text = new IndentedWriter(out);
    JSON.write(text, document);
    text.println();
    text.flush();
  }

  private JsonArray nodes() {
    Map<Node, List<Triple>> subjects = new LinkedHashMap<>();
    graph
        .find()
        .forEachRemaining(triple ->
            subjects.computeIfAbsent(triple.getSubject(), _ -> new ArrayList<>()).add(triple));
    List<Node> order = new ArrayList<>(subjects.keySet());
    order.sort(TermOrder.INSTANCE);
    JsonArray nodes = new JsonArray();
    order.forEach(subject -> nodes.add(node(subject, subjects.getOrDefault(subject, List.of()))));
    return nodes;
  }

  private JsonObject node(Node subject, List<Triple> statements) {
    JsonObject node = new JsonObject();
    node.put("id", name(subject));
    List<JsonValue> types = new ArrayList<>();
    Map<String, List<Node>> properties = new TreeMap<>();
    statements.stream()
        .sorted(Comparator.comparing(Triple::getObject, TermOrder.INSTANCE))
        .forEach(triple -> {
          Node value = triple.getObject();
          if (triple.getPredicate().equals(RDF.Nodes.type) && !value.isLiteral()) {
            types.add(new JsonString(value.isURI() ? word(value.getURI()) : name(value)));
          } else {
            properties
                .computeIfAbsent(triple.getPredicate().getURI(), _ -> new ArrayList<>())
                .add(value);
          }
        });
    if (!types.isEmpty()) {
      node.put("type", oneOrMore(types));
    }
    Map<String, JsonValue> written = new TreeMap<>();
    properties.forEach((property, values) -> {
      boolean links = term(property).map(JsonLdContext.Term::links).orElse(false);
      written.put(
          word(property), oneOrMore(values.stream().map(value -> value(value, links)).toList()));
    });
    written.forEach(node::put);
    return node;
  }

  private static JsonValue oneOrMore(List<JsonValue> values) {
    if (values.size() == 1) {
      return values.getFirst();
    }
    JsonArray all = new JsonArray();
    all.addAll(values);
    return all;
  }

  /** A word of the context, unless that is written with a prefix that means something else here. */
  private Optional<JsonLdContext.Term> term(String iri) {
    return context
        .term(iri)
        .filter(term -> context.prefixOf(term.name()).map(prefixes::containsKey).orElse(true));
  }

  /** How properties, types and datatypes are written: with a word, a prefix, or in full. */
  private String word(String iri) {
    Optional<JsonLdContext.Term> term = term(iri);
    if (term.isPresent()) {
      String name = term.get().name();
      used.add(name);
      context.prefixOf(name).ifPresent(used::add);
      return name;
    }
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      if (iri.startsWith(prefix.getValue()) && !iri.startsWith("//", prefix.getValue().length())) {
        used.add(prefix.getKey());
        return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
      }
    }
    return iri;
  }

  private String name(Node node) {
    return node.isURI() ? node.getURI() : blank.computeIfAbsent(node, _ -> "_:b" + blank.size());
  }

  private JsonValue value(Node node, boolean links) {
    if (!node.isLiteral()) {
      JsonString name = new JsonString(name(node));
      return links ? name : object("id", name);
    }
    String text = node.getLiteralLexicalForm();
    if (!node.getLiteralLanguage().isEmpty()) {
      return object(
          "@value", new JsonString(text), "@language", new JsonString(node.getLiteralLanguage()));
    }
    String type = node.getLiteralDatatypeURI();
    if (type.equals(XSDDatatype.XSDstring.getURI())) {
      return links ? object("@value", new JsonString(text)) : new JsonString(text);
    }
    if (!links && type.equals(XSDDatatype.XSDinteger.getURI()) && WHOLE.matcher(text).matches()) {
      return JsonNumber.value(Long.parseLong(text));
    }
    if (!links && type.equals(XSDDatatype.XSDboolean.getURI()) && TRUTH.contains(text)) {
      return new JsonBoolean(Boolean.parseBoolean(text));
    }
    return object("@value", new JsonString(text), "@type", new JsonString(word(type)));
  }

  private static JsonObject object(String key, JsonValue value) {
    JsonObject object = new JsonObject();
    object.put(key, value);
    return object;
  }

  private static JsonObject object(
      String key, JsonValue value, String otherKey, JsonValue otherValue) {
    JsonObject object = object(key, value);
    object.put(otherKey, otherValue);
    return object;
  }

  private JsonObject usedContext() {
    JsonObject all = new JsonObject();
    ALIASES.forEach(name -> all.put(name, context.definition(name)));
    new HashSet<>(used)
        .stream()
            .sorted(
                Comparator.comparing((String name) -> !prefixes.containsKey(name))
                    .thenComparing(Comparator.naturalOrder()))
            .forEach(name -> all.put(name, context.definition(name)));
    return all;
  }
}
