package org.dramatis.citation;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms in which citations are written down, none of which is our own. */
final class CitationTerms {

  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String SCHEMA = "https://schema.org/";
  static final String DCTERMS = "http://purl.org/dc/terms/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  static final Node TYPE = NodeFactory.createURI(RDF + "type");

  /** A query: what an answer is made by. */
  static final Node PLAN = NodeFactory.createURI(PROV + "Plan");

  static final Node CODE = NodeFactory.createURI(SCHEMA + "SoftwareSourceCode");
  static final Node LANGUAGE = NodeFactory.createURI(SCHEMA + "programmingLanguage");

  /** The query as it was sent. */
  static final Node TEXT = NodeFactory.createURI(SCHEMA + "text");

  /** The query in its normal form. */
  static final Node NORMAL = NodeFactory.createURI(RDF + "value");

  static final Node IDENTIFIER = NodeFactory.createURI(DCTERMS + "identifier");

  /** The published query that was cited. */
  static final Node SOURCE = NodeFactory.createURI(DCTERMS + "source");

  /** What is to be known before answers are compared. */
  static final Node NOTE = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#comment");

  /** When it was cited first. */
  static final Node CREATED = NodeFactory.createURI(DCTERMS + "created");

  static final Node ENTITY = NodeFactory.createURI(PROV + "Entity");
  static final Node DATASET = NodeFactory.createURI(DCAT + "Dataset");

  /** From the answer of a version to the query. */
  static final Node VERSION_OF = NodeFactory.createURI(DCTERMS + "isVersionOf");

  /** The number of the version of the data. */
  static final Node VERSION = NodeFactory.createURI(DCAT + "version");

  /** The identity of the version of the data. */
  static final Node VERSION_ID = NodeFactory.createURI(SCHEMA + "version");

  /** When the version of the data was committed. */
  static final Node ISSUED = NodeFactory.createURI(DCTERMS + "issued");

  /** What the answer is recognized by. */
  static final Node RESULT = NodeFactory.createURI(SCHEMA + "sha256");

  /** How many rows it has. */
  static final Node ROWS = NodeFactory.createURI(SCHEMA + "numberOfItems");

  private CitationTerms() {}
}
