package org.dramatis.query.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms in which an answer can be written. */
public enum AnswerFormat {
  /** A table for a terminal. */
  TABLE("table", "a text table", "text/plain", Kind.ROWS),
  /** SPARQL 1.1 Query Results CSV. */
  CSV("csv", "CSV", "text/csv", Kind.ROWS),
  /** SPARQL 1.1 Query Results TSV. */
  TSV("tsv", "TSV", "text/tab-separated-values", Kind.ROWS),
  /** SPARQL 1.1 Query Results JSON. */
  JSON("json", "SPARQL JSON", "application/sparql-results+json", Kind.ROWS),
  /** SPARQL 1.1 Query Results XML. */
  XML("xml", "SPARQL XML", "application/sparql-results+xml", Kind.ROWS),
  /** RDF 1.1 Turtle. */
  TURTLE("ttl", "Turtle", "text/turtle", Kind.GRAPH),
  /** RDF 1.1 N-Triples. */
  NTRIPLES("nt", "N-Triples", "application/n-triples", Kind.GRAPH),
  /** JSON-LD 1.1. */
  JSONLD("jsonld", "JSON-LD", "application/ld+json", Kind.GRAPH),
  /** RDF 1.1 XML. */
  RDFXML("rdf", "RDF/XML", "application/rdf+xml", Kind.GRAPH),
  /** RDF 1.1 TriG, of which an answer is the default graph. */
  TRIG("trig", "TriG", "application/trig", Kind.GRAPH),
  /** RDF 1.1 N-Quads, of which an answer is the default graph. */
  NQUADS("nq", "N-Quads", "application/n-quads", Kind.GRAPH);

  /** What an answer consists of: rows (or a single truth value), or the statements of a graph. */
  public enum Kind {
    /** Solutions of a SELECT, or the truth value of an ASK. */
    ROWS,
    /** Statements of a CONSTRUCT or DESCRIBE. */
    GRAPH
  }

  private final String key;
  private final String label;
  private final String mediaType;
  private final Kind kind;

  AnswerFormat(String key, String label, String mediaType, Kind kind) {
    this.key = key;
    this.label = label;
    this.mediaType = mediaType;
    this.kind = kind;
  }

  /** The short name, which is also the usual file extension. */
  public String key() {
    return key;
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  /** The media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Which kind of answer this format can hold. */
  public Kind kind() {
    return kind;
  }

  /** A more general media type, under which it is sent when that is asked for. */
  public Optional<String> generalMediaType() {
    return switch (this) {
      case JSON, JSONLD -> Optional.of("application/json");
      case XML, RDFXML -> Optional.of("application/xml");
      case TABLE, CSV, TSV, TURTLE, NTRIPLES, TRIG, NQUADS -> Optional.empty();
    };
  }

  /** Whether the version of RDF has a form of this format, which its media type can name. */
  public boolean has(RdfVersion version) {
    return switch (version) {
      case RDF_1_1 -> true;
      case RDF_1_2 ->
          switch (this) {
            case TURTLE, NTRIPLES, TRIG, NQUADS, JSON, XML -> true;
            case JSONLD, RDFXML, CSV, TSV, TABLE -> false;
          };
    };
  }

  /** The formats for a kind of answer. */
  public static List<AnswerFormat> of(Kind kind) {
    return Arrays.stream(values()).filter(format -> format.kind == kind).toList();
  }

  /** The format of this short name. */
  public static Optional<AnswerFormat> named(String key) {
    return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
  }
}
