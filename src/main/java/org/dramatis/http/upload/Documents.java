package org.dramatis.http.upload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.ingest.Document;

/** What a body says in RDF: one document, or several in the parts of a form. */
public final class Documents {

  private static final String MULTIPART = "multipart/form-data";
  private static final Map<String, Lang> LANGUAGES = languages();

  private Documents() {}

  private static Map<String, Lang> languages() {
    Map<String, Lang> languages = new LinkedHashMap<>();
    languages.put("text/turtle", Lang.TURTLE);
    languages.put("application/n-triples", Lang.NTRIPLES);
    languages.put("application/ld+json", Lang.JSONLD);
    languages.put("application/rdf+xml", Lang.RDFXML);
    languages.put("application/trig", Lang.TRIG);
    languages.put("application/n-quads", Lang.NQUADS);
    return languages;
  }

  /**
   * The documents of a body.
   *
   * @param name how problems call the body
   * @param base what relative IRIs in it are relative to
   */
  public static List<Document> of(Body body, String name, String base)
      throws RequestRefusedException {
    if (!body.mediaType().equals(MULTIPART)) {
      return List.of(document(body, name, base));
    }
    Optional<String> boundary = body.parameter("boundary");
    if (boundary.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("multipart/form-data without a boundary"));
    }
    List<Document> documents = new ArrayList<>();
    for (Multipart.Part part : Multipart.parse(body.bytes(), boundary.get())) {
      documents.add(document(part.body(), name + "#" + part.name(), base));
    }
    return documents;
  }

  private static Document document(Body body, String name, String base)
      throws RequestRefusedException {
    Optional<Lang> lang = Optional.ofNullable(LANGUAGES.get(body.mediaType()));
    if (lang.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType(
              "%s is not read here; send %s"
                  .formatted(
                      body.mediaType().isEmpty()
                          ? "data without a Content-Type"
                          : "'" + body.mediaType() + "'",
                      String.join(", ", LANGUAGES.keySet()))));
    }
    body.requireUtf8();
    return new Document(name, lang.get(), body.bytes(), Optional.of(base));
  }
}
