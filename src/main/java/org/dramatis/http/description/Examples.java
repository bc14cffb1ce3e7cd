package org.dramatis.http.description;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.query.QueryType;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Namespaces;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Prefixes, and the published queries as examples, in the words of SHACL: the form in which editors
 * and language models look for both.
 */
final class Examples {

  private Examples() {}

  static void describe(Model model, Site site, Catalogue catalogue) {
    Resource prefixes = model.createResource(site.prefixes(), OWL2.Ontology);
    Namespaces.prefixes()
        .forEach((prefix, namespace) ->
            prefixes.addProperty(
                Words.sh("declare"),
                model
                    .createResource(site.at("/#prefix-" + prefix), Words.sh("PrefixDeclaration"))
                    .addProperty(Words.sh("prefix"), prefix)
                    .addProperty(Words.sh("namespace"), namespace, XSDDatatype.XSDanyURI)));
    for (PublishedQuery query : catalogue.queries()) {
      describe(model, site, query, prefixes);
    }
  }

  private static void describe(Model model, Site site, PublishedQuery query, Resource prefixes) {
    Form form = Form.of(query.query().queryType());
    Resource example =
        model.createResource(site.at("/queries/" + query.path()), Words.sh("SPARQLExecutable"));
    example
        .addProperty(RDF.type, form.type())
        .addProperty(form.property(), text(query))
        .addProperty(RDFS.comment, query.title(), "en")
        .addProperty(DCTerms.description, query.description(), "en")
        .addProperty(Words.sh("prefixes"), prefixes)
        .addProperty(Words.schema("target"), model.createResource(site.endpoint()));
    query.tags().forEach(tag -> example.addProperty(Words.schema("keywords"), tag));
  }

  /**
   * A text that runs as it is: what has to be given a value is given one that it takes. Where none
   * can be put, it stays a variable.
   */
  private static String text(PublishedQuery query) {
    if (query.unaided().isPresent()) {
      return query.unaided().get();
    }
    Map<String, String> values = new HashMap<>();
    for (Parameter parameter : query.parameters()) {
      if (parameter.required()) {
        values.put(parameter.name(), parameter.example());
      }
    }
    try {
      return query.with(values).toString();
    } catch (QueryFailedException misplaced) {
      return query.text();
    }
  }

  /** What SHACL, or who has gone on from it, calls a query of some form. */
  private record Form(Property type, Property property) {

    static Form of(QueryType type) {
      return switch (type) {
        case SELECT -> new Form(Words.sh("SPARQLSelectExecutable"), Words.sh("select"));
        case ASK -> new Form(Words.sh("SPARQLAskExecutable"), Words.sh("ask"));
        case CONSTRUCT -> new Form(Words.sh("SPARQLConstructExecutable"), Words.sh("construct"));
        case DESCRIBE -> new Form(Words.spex("SPARQLDescribeExecutable"), Words.spex("describe"));
        case CONSTRUCT_JSON, UNKNOWN ->
            throw new IllegalArgumentException("not a query of SPARQL: " + type);
      };
    }
  }
}
