package org.dramatis.citation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/** Citations as statements of RDF, and back. */
final class CitationStatements {

  private static final String PUBLISHED = Namespaces.BASE + "queries/";

  private CitationStatements() {}

  /** All that is said of a query, without its answers. */
  static List<Triple> of(CitedQuery query) {
    Node subject = NodeFactory.createURI(query.iri());
    List<Triple> said = new ArrayList<>();
    said.add(Triple.create(subject, CitationTerms.TYPE, CitationTerms.PLAN));
    said.add(Triple.create(subject, CitationTerms.TYPE, CitationTerms.CODE));
    said.add(Triple.create(subject, CitationTerms.LANGUAGE, text("SPARQL")));
    said.add(Triple.create(subject, CitationTerms.TEXT, text(query.text())));
    said.add(Triple.create(subject, CitationTerms.NORMAL, text(query.normal())));
    said.add(Triple.create(subject, CitationTerms.IDENTIFIER, text(query.hash().toString())));
    said.add(Triple.create(subject, CitationTerms.CREATED, time(query.cited())));
    query
        .published()
        .map(path -> NodeFactory.createURI(PUBLISHED + path))
        .ifPresent(source -> said.add(Triple.create(subject, CitationTerms.SOURCE, source)));
    query
        .note()
        .ifPresent(note -> said.add(Triple.create(subject, CitationTerms.NOTE, text(note))));
    return said;
  }

  /** All that is said of an answer. */
  static List<Triple> of(CitedQuery query, Pin pin) {
    Node subject = NodeFactory.createURI(query.iri(pin.version()));
    Node rows = NodeFactory.createLiteralDT(Long.toString(pin.rows()), XSDDatatype.XSDinteger);
    List<Triple> said = new ArrayList<>();
    said.add(Triple.create(subject, CitationTerms.TYPE, CitationTerms.ENTITY));
    said.add(Triple.create(subject, CitationTerms.TYPE, CitationTerms.DATASET));
    said.add(Triple.create(subject, CitationTerms.VERSION_OF, NodeFactory.createURI(query.iri())));
    said.add(Triple.create(subject, CitationTerms.VERSION, text(pin.version().toString())));
    said.add(Triple.create(subject, CitationTerms.VERSION_ID, text(pin.id().toString())));
    said.add(Triple.create(subject, CitationTerms.ISSUED, time(pin.time())));
    pin.cited()
        .ifPresent(cited -> said.add(Triple.create(subject, CitationTerms.CREATED, time(cited))));
    said.add(Triple.create(subject, CitationTerms.RESULT, text(pin.result().hex())));
    said.add(Triple.create(subject, CitationTerms.ROWS, rows));
    return said;
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  private static Node time(Instant time) {
    return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
  }

  /** What was said of one thing, by property; a type has no other use here than to be read. */
  record Said(Node subject, Map<Node, Node> values) {

    /** The statements of one change, thing by thing. */
    static List<Said> of(Iterable<Triple> statements) {
      Map<Node, Map<Node, Node>> subjects = new HashMap<>();
      for (Triple each : statements) {
        subjects
            .computeIfAbsent(each.getSubject(), _ -> new HashMap<>())
            .put(each.getPredicate(), each.getObject());
      }
      List<Said> all = new ArrayList<>();
      subjects.forEach((subject, values) -> all.add(new Said(subject, values)));
      return all;
    }

    /** Whether it is an answer and not a query. */
    boolean isPin() {
      return values.containsKey(CitationTerms.VERSION_OF);
    }

    /** The digest of the query that it is, or that it answers. */
    Sha256 hash() {
      String iri = isPin() ? get(CitationTerms.VERSION_OF).getURI() : subject.getURI();
      return new Sha256(iri.substring(iri.lastIndexOf('/') + 1));
    }

    CitedQuery query() {
      return new CitedQuery(
          hash(),
          string(CitationTerms.NORMAL),
          string(CitationTerms.TEXT),
          Optional.ofNullable(values.get(CitationTerms.SOURCE))
              .map(source -> source.getURI().substring(PUBLISHED.length())),
          Optional.ofNullable(values.get(CitationTerms.NOTE)).map(Node::getLiteralLexicalForm),
          instant(CitationTerms.CREATED),
          new TreeMap<>());
    }

    Pin pin() {
      return new Pin(
          new Version(Long.parseLong(string(CitationTerms.VERSION))),
          Sha256.parse(string(CitationTerms.VERSION_ID)).orElseThrow(() -> incomplete()),
          instant(CitationTerms.ISSUED),
          Optional.of(instant(CitationTerms.CREATED)),
          new Sha256(string(CitationTerms.RESULT)),
          Long.parseLong(string(CitationTerms.ROWS)));
    }

    private Node get(Node property) {
      return Optional.ofNullable(values.get(property)).orElseThrow(() -> incomplete());
    }

    private String string(Node property) {
      return get(property).getLiteralLexicalForm();
    }

    private Instant instant(Node property) {
      return Instant.parse(string(property));
    }

    private IllegalStateException incomplete() {
      return new IllegalStateException(
          "the record of cited queries does not say all of " + subject);
    }
  }
}
