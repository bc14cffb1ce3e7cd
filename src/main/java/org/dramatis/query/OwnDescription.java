package org.dramatis.query;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.dramatis.model.Namespaces;

/**
 * Whether a query asks what the service tells of itself: it names the graph of that, or a word of
 * the vocabularies for it that the data does not use. Only then is that graph there. So no other
 * query meets it, in whatever order its patterns are answered.
 */
public final class OwnDescription {

  private static final List<String> WORDS =
      List.of(
          "<http://rdfs.org/ns/void#",
          "<http://ldf.fi/void-ext#",
          "<http://www.w3.org/ns/sparql-service-description#",
          "<http://www.w3.org/ns/shacl#",
          "<https://purl.expasy.org/sparql-examples/ontology#",
          "<" + Namespaces.DESCRIPTION + ">");

  private OwnDescription() {}

  /** As the algebra is written, which has no prefixes; also what FROM and DESCRIBE name. */
  public static boolean isAskedBy(Query query) {
    return names(query.getGraphURIs())
        || names(query.getNamedGraphURIs())
        || (query.isDescribeType() && names(query.getResultURIs()))
        || (query.getQueryPattern() != null && names(Algebra.compile(query).toString()));
  }

  private static boolean names(List<?> iris) {
    return iris.stream().anyMatch(iri -> names("<" + iri + ">"));
  }

  private static boolean names(String text) {
    return WORDS.stream().anyMatch(text::contains);
  }
}
