package org.dramatis.http.page;

import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Namespaces;

/** Asks for everything that anybody says of something. */
final class ClaimsAbout {

  private ClaimsAbout() {}

  /** The question as a link. */
  static Link link(String iri) {
    String query =
        """
        PREFIX d: <%s>
        PREFIX rdf: <%s>
        PREFIX rdfs: <%s>

        SELECT ?claim ?label ?polarity ?source WHERE {
          ?claim rdf:reifies ?statement .
          FILTER (SUBJECT(?statement) = <%s> || OBJECT(?statement) = <%4$s>)
          OPTIONAL { ?claim rdfs:label ?label }
          OPTIONAL { ?claim d:polarity ?polarity }
          OPTIONAL { ?claim d:source ?source }
        }
        ORDER BY ?claim
        """
            .formatted(Namespaces.TERMS, RDF.getURI(), RDFS.getURI(), iri);
    return Link.query(query, "all claims about it, denied ones too");
  }
}
