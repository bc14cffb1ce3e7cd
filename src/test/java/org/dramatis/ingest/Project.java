package org.dramatis.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small project on disk, complete and without a fault until a test puts one in. */
final class Project {

  static final String PREFIXES =
      """
      PREFIX c: <https://w3id.org/dramatis/claim/press/>
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX film: <https://w3id.org/dramatis/id/film/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX source: <https://w3id.org/dramatis/source/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Path root;

  Project(Path root) throws IOException {
    this.root = root;
    turtle("ontology/works.ttl", "d:Film a owl:Class . d:name a owl:DatatypeProperty .");
    turtle("ontology/schemes/genres.ttl", "d:Genre a owl:Class .");
    turtle("ontology/alignments/other.ttl", "d:Film skos:closeMatch <https://schema.org/Movie> .");
    turtle(
        "ontology/shapes/film.ttl",
        """
        d:FilmShape a sh:NodeShape ;
            sh:targetClass d:Film ;
            sh:property [
                sh:path d:name ;
                sh:minCount 1 ;
                sh:message "a film has a name"
            ] ;
            sh:property [
                sh:path d:name ;
                sh:maxCount 2 ;
                sh:severity sh:Warning ;
                sh:message "a film with many names may be several films"
            ] ;
            sh:sparql [
                sh:message "a film is not its own sequel" ;
                sh:select "SELECT $this WHERE { $this <https://w3id.org/dramatis/ns#sequelOf> $this }"
            ] .
        """);
    write(
        "ontology/checks/one-director.rq",
        """
        # A film has one director
        # according to each source,
        # because the others would be credited otherwise.
        PREFIX d: <https://w3id.org/dramatis/ns#>
        SELECT ?film ?source
        WHERE { GRAPH ?source { ?film d:director ?one, ?other FILTER (STR(?one) < STR(?other)) } }
        """);
    write("seeds/order.txt", "# Who was first.\npress.ttl\n\nfans.ttl\n");
    turtle("seeds/press.ttl", "source:press a d:Source . film:f a d:Film ; d:name \"F\"@en .");
    turtle("seeds/fans.ttl", "source:fans a d:Source . film:g a d:Film ; d:name \"G\"@en .");
  }

  Path root() {
    return root;
  }

  /** Writes statements below the usual prefixes. */
  Project turtle(String name, String statements) throws IOException {
    return write(name, PREFIXES + statements);
  }

  Project write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Project delete(String name) throws IOException {
    Files.delete(root.resolve(name));
    return this;
  }
}
