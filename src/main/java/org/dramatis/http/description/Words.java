package org.dramatis.http.description;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.dramatis.model.Sha256;

/** The vocabularies in which services and their data are described. */
final class Words {

  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  static final String FORMATS = "http://www.w3.org/ns/formats/";
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String SCHEMA = "https://schema.org/";

  /** What VoID lacks: partitions by datatype. */
  static final String VOID_EXT = "http://ldf.fi/void-ext#";

  /** What SHACL lacks: queries that describe. */
  static final String EXAMPLES = "https://purl.expasy.org/sparql-examples/ontology#";

  private static final int FRAGMENT = 12;

  private Words() {}

  /** Nothing yet, with prefixes for all of these. */
  static Model model() {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(
        Map.ofEntries(
            Map.entry("dcat", DCAT.getURI()),
            Map.entry("dcterms", DCTerms.getURI()),
            Map.entry("formats", FORMATS),
            Map.entry("owl", OWL2.getURI()),
            Map.entry("rdfs", RDFS.getURI()),
            Map.entry("schema", SCHEMA),
            Map.entry("sd", SD),
            Map.entry("sh", SH),
            Map.entry("spex", EXAMPLES),
            Map.entry("void", VOID.getURI()),
            Map.entry("void-ext", VOID_EXT),
            Map.entry("xsd", XSD.getURI())));
    return model;
  }

  static Property sd(String name) {
    return ResourceFactory.createProperty(SD, name);
  }

  static Property sh(String name) {
    return ResourceFactory.createProperty(SH, name);
  }

  static Property schema(String name) {
    return ResourceFactory.createProperty(SCHEMA, name);
  }

  static Property spex(String name) {
    return ResourceFactory.createProperty(EXAMPLES, name);
  }

  /** A whole number, of the type that VoID has for all of them. */
  static RDFNode number(long number) {
    return ResourceFactory.createTypedLiteral(Long.toString(number), XSDDatatype.XSDinteger);
  }

  /** A part of a name that stands for other names, and is always the same for them. */
  static String fragment(Node... names) {
    StringBuilder text = new StringBuilder();
    for (Node name : names) {
      text.append(name).append(' ');
    }
    return Sha256.of(text.toString()).hex().substring(0, FRAGMENT);
  }
}
