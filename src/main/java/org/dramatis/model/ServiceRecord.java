package org.dramatis.model;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.DC_11;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What the service says of its own doing: which versions were released under a name, and which
 * identifiers were merged into others or retired. It stands in a graph of its own, in the words of
 * standard vocabularies, and is data like the rest.
 *
 * <p>A release is a {@code dcat:Dataset} under {@link Namespaces#RELEASES}. An identifier that has
 * gone is described by the very IRI; that it has a moment of its end is what makes it gone.
 */
public final class ServiceRecord {

  /** The graph, and the source that it is. */
  public static final Node GRAPH = NodeFactory.createURI(Namespaces.RECORD);

  /** The class of a release. */
  public static final Node RELEASE = DCAT.Dataset.asNode();

  /** The name of a release, a string. */
  public static final Node RELEASE_NAME =
      NodeFactory.createURI("http://www.w3.org/ns/dcat#version");

  /** The number of the version that was released, an {@code xsd:integer}. */
  public static final Node VERSION_NUMBER = NodeFactory.createURI("https://schema.org/version");

  /** The identity of the version that was released, a string such as {@code sha256:…}. */
  public static final Node VERSION_IDENTITY = DCTerms.identifier.asNode();

  /** When a release was made, an {@code xsd:dateTime}. */
  public static final Node ISSUED = DCTerms.issued.asNode();

  /** Who did it, a string: the name by which the log calls them. */
  public static final Node BY = DC_11.contributor.asNode();

  /** Why it was done, a string. */
  public static final Node WHY = SKOS.changeNote.asNode();

  /** The one that is to be used instead of an identifier that has gone. */
  public static final Node IS_REPLACED_BY = DCTerms.isReplacedBy.asNode();

  /** When an identifier ended, an {@code xsd:dateTime}. */
  public static final Node ENDED =
      NodeFactory.createURI("http://www.w3.org/ns/prov#invalidatedAtTime");

  private ServiceRecord() {}

  /** The IRI of a release. */
  public static Node release(String name) {
    return NodeFactory.createURI(Namespaces.RELEASES + name);
  }

  /** What tells that the graph is a source; whoever records something adds it. */
  public static List<Quad> description() {
    return List.of(
        described(RDF.Nodes.type, Vocabulary.Classes.SOURCE),
        described(RDFS.Nodes.label, english("The record of this service")),
        described(
            RDFS.Nodes.comment,
            english(
                "What this service has done with its own data: which versions it released under a"
                    + " name, and which identifiers it merged into others or retired.")));
  }

  private static Quad described(Node property, Node value) {
    return Quad.create(GRAPH, GRAPH, property, value);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }
}
