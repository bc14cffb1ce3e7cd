package org.dramatis.ontology;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * The datatypes of OWL 2 RL (section 4.2.3 of the profiles). OWL 2 is older than RDF 1.1 and knows
 * texts with a language as values of rdf:PlainLiteral only; rdf:langString has since become the
 * name of just these values, and is taken in for it. Note that xsd:date and xsd:gYear are no
 * datatypes of OWL 2 at all.
 */
final class OwlRlDatatypes {

  static final Set<Node> ALL =
      Stream.concat(
              Stream.of(
                      "decimal",
                      "integer",
                      "nonNegativeInteger",
                      "nonPositiveInteger",
                      "positiveInteger",
                      "negativeInteger",
                      "long",
                      "int",
                      "short",
                      "byte",
                      "unsignedLong",
                      "unsignedInt",
                      "unsignedShort",
                      "unsignedByte",
                      "float",
                      "double",
                      "string",
                      "normalizedString",
                      "token",
                      "language",
                      "Name",
                      "NCName",
                      "NMTOKEN",
                      "boolean",
                      "hexBinary",
                      "base64Binary",
                      "anyURI",
                      "dateTime",
                      "dateTimeStamp")
                  .map(name -> NodeFactory.createURI(XSD.getURI() + name)),
              Stream.of(
                  NodeFactory.createURI(RDF.getURI() + "PlainLiteral"),
                  RDF.xmlLiteral.asNode(),
                  RDF.langString.asNode(),
                  RDFS.Nodes.Literal))
          .collect(Collectors.toUnmodifiableSet());

  private OwlRlDatatypes() {}
}
