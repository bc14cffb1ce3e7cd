package org.dramatis.http.citation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.citation.Citations;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Reference;
import org.dramatis.model.Namespaces;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;

/**
 * What is known of a cited query, for programs.
 *
 * @param query the query
 * @param title the title under which it was published, if it was
 * @param host where this server is reached
 */
record CitationDocument(CitedQuery query, Optional<String> title, String host) {

  /** How an answer is referred to. */
  Reference reference(Pin pin) {
    return new Reference(query, pin, title, host + query.path(pin.version()));
  }

  /** The query and its cited answers in JSON. */
  String json() {
    JsonBuilder json = JsonBuilder.create().startObject();
    writeQuery(json);
    json.key("answers").startArray();
    for (Pin pin : query.pins().values()) {
      json.startObject();
      writePin(json, pin);
      json.finishObject();
    }
    json.finishArray();
    writeFormats(json, query.path());
    return json.finishObject().build() + "\n";
  }

  /** An answer in JSON. */
  String json(Pin pin) {
    JsonBuilder json = JsonBuilder.create().startObject();
    writePin(json, pin);
    json.key("query").startObject();
    writeQuery(json);
    json.finishObject();
    writeFormats(json, query.path(pin.version()));
    Reference reference = reference(pin);
    json.key("citation").startObject().pair("text", reference.text());
    for (Reference.Style style : Reference.Style.values()) {
      json.pair(style.key() + "Address", address(pin, style));
    }
    json.finishObject();
    json.pair("compare", host + query.path(pin.version()) + "/compare");
    return json.finishObject().build() + "\n";
  }

  private String address(Pin pin, Reference.Style style) {
    return "%s%s.%s".formatted(host, query.path(pin.version()), style.extension());
  }

  private void writeQuery(JsonBuilder json) {
    json.pair("iri", query.iri()).pair("address", host + query.path());
    json.pair("hash", query.hash().toString());
    title.ifPresent(text -> json.pair("title", text));
    json.pair("text", query.text()).pair("normal", query.normal());
    query.published().ifPresent(path -> json.pair("published", host + "/queries/" + path));
    query.note().ifPresent(note -> json.pair("note", note));
    json.pair("cited", query.cited().toString());
  }

  private void writePin(JsonBuilder json, Pin pin) {
    json.pair("iri", query.iri(pin.version()));
    json.pair("address", host + query.path(pin.version()));
    json.key("version").startObject().pair("number", pin.version().number());
    json.pair("id", pin.id().toString()).pair("time", pin.time().toString()).finishObject();
    pin.cited().ifPresent(time -> json.pair("cited", time.toString()));
    json.pair("rows", pin.rows()).pair("result", pin.result().toString());
  }

  private void writeFormats(JsonBuilder json, String path) {
    json.key("formats").startArray();
    for (AnswerFormat format : AnswerFormat.of(query.kind())) {
      json.startObject().pair("name", format.key()).pair("mediaType", format.mediaType());
      json.pair("address", "%s%s.%s".formatted(host, path, format.key())).finishObject();
    }
    json.finishArray();
  }

  /** The query and its cited answers in RDF. */
  String rdf(AnswerFormat format) throws IOException, QueryFailedException {
    Graph graph = graph();
    add(graph, Citations.statements(query));
    query.pins().values().forEach(pin -> add(graph, Citations.statements(query, pin)));
    return write(graph, format);
  }

  /** An answer in RDF. */
  String rdf(Pin pin, AnswerFormat format) throws IOException, QueryFailedException {
    Graph graph = graph();
    add(graph, Citations.statements(query));
    add(graph, Citations.statements(query, pin));
    Node answer = NodeFactory.createURI(query.iri(pin.version()));
    Reference reference = reference(pin);
    graph.add(answer, DCTerms.title.asNode(), NodeFactory.createLiteralString(reference.title()));
    graph.add(
        answer,
        DCTerms.bibliographicCitation.asNode(),
        NodeFactory.createLiteralString(reference.text()));
    graph.add(answer, DCAT.landingPage.asNode(), NodeFactory.createURI(reference.address()));
    for (AnswerFormat each : AnswerFormat.of(query.kind())) {
      Node file = NodeFactory.createURI(reference.address() + "." + each.key());
      graph.add(answer, DCAT.distribution.asNode(), file);
      graph.add(file, RDF.type.asNode(), DCAT.Distribution.asNode());
      graph.add(file, DCAT.downloadURL.asNode(), file);
      graph.add(
          file,
          DCAT.mediaType.asNode(),
          NodeFactory.createURI(
              "https://www.iana.org/assignments/media-types/" + each.mediaType()));
    }
    return write(graph, format);
  }

  private static Graph graph() {
    Graph graph = GraphFactory.createDefaultGraph();
    Namespaces.prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
    graph.getPrefixMapping().setNsPrefix("dcat", DCAT.getURI());
    return graph;
  }

  private static void add(Graph graph, List<Triple> statements) {
    statements.forEach(graph::add);
  }

  private static String write(Graph graph, AnswerFormat format)
      throws IOException, QueryFailedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AnswerWriter.write(new Answer.Statements(graph), format, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
