package org.dramatis.http.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.model.Namespaces;
import org.dramatis.query.catalogue.PublishedQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the service tells of itself, asked as the SPARQL editor and the language model tools of SIB
 * and Comunica ask for it: patterns and parameters are theirs.
 */
class SelfDescriptionIT {

  private static final String GRAPH = "<" + Namespaces.DESCRIPTION + ">";
  private static final TestServer SERVER = ProjectServer.server();

  private static final String PREFIXES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      SELECT DISTINCT ?prefix ?namespace
      WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }
      ORDER BY ?prefix
      """;

  private static final String EXAMPLES =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX spex: <https://purl.expasy.org/sparql-examples/ontology#>
      SELECT DISTINCT ?sq ?comment ?query WHERE {
        ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ;
          sh:select|sh:ask|sh:construct|spex:describe ?query .
      } ORDER BY ?sq
      """;

  private static final String SCHEMA =
      """
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX void-ext: <http://ldf.fi/void-ext#>
      SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype WHERE {
        {
          ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
          ?pp void:property ?prop .
          OPTIONAL {
            { ?pp void:classPartition [ void:class ?objectClass ] . }
            UNION
            { ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] . }
          }
        } UNION {
          ?linkset void:subjectsTarget [ void:class ?subjectClass ] ;
            void:linkPredicate ?prop ;
            void:objectsTarget [ void:class ?objectClass ] .
        }
      }
      """;

  private static final String SCHEMA_WITH_LABELS =
      """
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
      PREFIX void: <http://rdfs.org/ns/void#>
      PREFIX void-ext: <http://ldf.fi/void-ext#>
      SELECT DISTINCT ?graph ?graphLabel ?subjectClass ?prop ?objectClass ?objectDatatype
        ?triples ?subjectClassLabel ?objectClassLabel ?subjectClassComment ?objectClassComment
        ?propLabel ?propComment
      WHERE {
        {
          OPTIONAL {
            ?graph sd:graph ?graphDesc .
            OPTIONAL { ?graph rdfs:label ?graphLabel }
            ?graphDesc void:classPartition ?cp .
          }
          ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
          OPTIONAL { ?subjectClass rdfs:label ?subjectClassLabel }
          OPTIONAL { ?subjectClass rdfs:comment ?subjectClassComment }
          ?pp void:property ?prop .
          OPTIONAL { ?pp void:triples ?triples }
          OPTIONAL { ?prop rdfs:label ?propLabel }
          OPTIONAL { ?prop rdfs:comment ?propComment }
          OPTIONAL {
            {
              ?pp void:classPartition [ void:class ?objectClass ] .
              OPTIONAL { ?objectClass rdfs:label ?objectClassLabel }
              OPTIONAL { ?objectClass rdfs:comment ?objectClassComment }
            } UNION {
              ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] .
            }
          }
        } UNION {
          ?linkset void:subjectsTarget [ void:class ?subjectClass ] ;
            void:linkPredicate ?prop ;
            void:objectsTarget [ void:class ?objectClass ] .
        }
      } ORDER BY ?subjectClass ?objectClass ?objectDatatype ?graph ?triples
      """;

  private static List<JsonObject> rows(String query) throws Exception {
    HttpResponse<String> response = ask(query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON
        .parse(response.body())
        .get("results")
        .getAsObject()
        .get("bindings")
        .getAsArray()
        .stream()
        .map(row -> row.getAsObject())
        .toList();
  }

  private static HttpResponse<String> ask(String query) throws Exception {
    return SERVER.get(
        "/sparql?ac=1&query=" + encode(query), "Accept", "application/sparql-results+json");
  }

  private static String value(JsonObject row, String variable) {
    return row.get(variable).getAsObject().getString("value");
  }

  private static List<String> column(List<JsonObject> rows, String variable) {
    List<String> values = new ArrayList<>();
    for (JsonObject row : rows) {
      if (row.hasKey(variable)) {
        values.add(value(row, variable));
      }
    }
    return values;
  }

  private static long number(String query) throws Exception {
    return Long.parseLong(value(rows(query).getFirst(), "n"));
  }

  private static Model document(String path, String accept, Lang lang) throws Exception {
    HttpResponse<String> response = SERVER.get(path, "Accept", accept);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(response.body(), lang).base("http://x/").parse(model);
    return model;
  }

  private static Model document() throws Exception {
    return document("/", "text/turtle", Lang.TURTLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?g { GRAPH ?g { } }",
        "SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a ?type } FILTER(STRSTARTS(STR(?g), 'https://w3id')) }"
      })
  void nobodyMeetsItWhoDoesNotAskForIt(String query) throws Exception {
    assertThat(column(rows(query), "g")).isNotEmpty().doesNotContain(Namespaces.DESCRIPTION);
  }

  @Test
  void itChangesNoNumberOfTheData() throws Exception {
    long all = number("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    Resource dataset = document().createResource(SERVER.uri("/") + "#dataset");
    assertThat(dataset.getProperty(VOID.triples).getLong()).isEqualTo(all);
    assertThat(number("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"))
        .isEqualTo(dataset.getProperty(VOID.distinctSubjects).getLong());
    assertThat(number("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"))
        .isEqualTo(dataset.getProperty(VOID.distinctObjects).getLong());
    assertThat(SERVER.get("/dump/1.nq").body()).doesNotContain(Namespaces.DESCRIPTION);
  }

  @Test
  void whatAsksForItCannotBeCitedAndIsKeptNowhere() throws Exception {
    HttpResponse<String> answer = ask(PREFIXES);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    HttpResponse<String> refused =
        SERVER.post("/q", "application/x-www-form-urlencoded", "query=" + encode(PREFIXES));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("the description of the service");
  }

  @Test
  void editorsFindThePrefixes() throws Exception {
    List<JsonObject> rows = rows(PREFIXES);
    assertThat(column(rows, "prefix"))
        .containsExactlyElementsOf(new TreeSet<>(Namespaces.prefixes().keySet()));
    assertThat(new HashSet<>(column(rows, "namespace")))
        .isEqualTo(new HashSet<>(Namespaces.prefixes().values()));
  }

  @Test
  void editorsFindEveryPublishedQueryAsAnExample() throws Exception {
    List<JsonObject> rows = rows(EXAMPLES);
    List<PublishedQuery> published = ProjectServer.catalogue().queries();
    assertThat(rows).hasSameSizeAs(published);
    assertThat(column(rows, "comment"))
        .containsExactlyInAnyOrderElementsOf(
            published.stream().map(PublishedQuery::title).toList());
    for (JsonObject row : rows) {
      assertThat(value(row, "sq")).startsWith(SERVER.uri("/queries/").toString());
    }
    HttpResponse<String> one =
        SERVER.get("/sparql?query=" + encode(value(rows.getFirst(), "query")));
    assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
  }

  @Test
  void examplesCarryKeywordsAndTheAddressThatAnswersThem() throws Exception {
    String question =
        """
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        PREFIX schema: <https://schema.org/>
        SELECT ?sq ?word ?target {
          ?sq a sh:SPARQLSelectExecutable ; schema:target ?target ; schema:keywords ?word ;
            sh:prefixes/sh:declare/sh:prefix "d" .
        }
        """;
    List<JsonObject> rows = rows(question);
    assertThat(column(rows, "word")).contains("cast", "music");
    assertThat(new HashSet<>(column(rows, "target")))
        .containsExactly(SERVER.uri("/sparql").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {SCHEMA, SCHEMA_WITH_LABELS})
  void editorsAndModelsFindWhatIsSaidOfWhat(String query) throws Exception {
    List<JsonObject> rows = rows(query);
    assertThat(rows)
        .anyMatch(row ->
            value(row, "subjectClass").equals(Namespaces.TERMS + "Credit")
                && value(row, "prop").equals(Namespaces.TERMS + "agent")
                && row.hasKey("objectClass")
                && value(row, "objectClass").equals(Namespaces.TERMS + "Person"));
    assertThat(rows)
        .anyMatch(row ->
            row.hasKey("objectDatatype")
                && value(row, "prop").equals("http://www.w3.org/2000/01/rdf-schema#label"));
  }

  @Test
  void theNumbersOfAPartAreThoseThatAQueryCounts() throws Exception {
    String stated =
        """
        PREFIX void: <http://rdfs.org/ns/void#>
        SELECT ?n ?triples ?subjects FROM %s {
          ?cp void:class <%sCredit> ; void:entities ?n ; void:propertyPartition ?pp .
          ?pp void:property <%sagent> ; void:triples ?triples ; void:distinctSubjects ?subjects .
        }
        """
            .formatted(GRAPH, Namespaces.TERMS, Namespaces.TERMS);
    JsonObject row = rows(stated).getFirst();
    assertThat(value(row, "n"))
        .isEqualTo(ofTerms("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a d:Credit }"));
    assertThat(value(row, "triples"))
        .isEqualTo(ofTerms("SELECT (COUNT(*) AS ?n) { ?c a d:Credit ; d:agent ?a }"));
    assertThat(value(row, "subjects"))
        .isEqualTo(ofTerms("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a d:Credit ; d:agent ?a }"));
  }

  private static String ofTerms(String query) throws Exception {
    return Long.toString(number("PREFIX d: <" + Namespaces.TERMS + "> " + query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (COUNT(*) AS ?n) { GRAPH %s { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) FROM %s { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) FROM NAMED %s { GRAPH ?g { ?s ?p ?o } }"
      })
  void itIsOneGraphThatIsNamed(String query) throws Exception {
    Model model = document("/", "application/n-triples", Lang.NTRIPLES);
    assertThat(number(query.formatted(GRAPH))).isEqualTo(model.size());
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/turtle",
    "/sparql,text/turtle",
    "/.well-known/void,text/turtle",
    "/source/description,text/turtle",
    "/source/description.ttl,*/*",
    "/.well-known/void?format=ttl,text/html"
  })
  void itIsTheSameDocumentAtEachOfItsAddresses(String path, String accept) throws Exception {
    assertThat(document(path, accept, Lang.TURTLE).isIsomorphicWith(document())).isTrue();
  }

  @Test
  void aBrowserGetsAPageAndAnUnknownFormIsRefused() throws Exception {
    assertThat(header(SERVER.get("/.well-known/void", "Accept", "text/html"), "Content-Type"))
        .startsWith("text/html");
    assertThat(SERVER.get("/.well-known/void", "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(SERVER.method("POST", "/.well-known/void").statusCode()).isEqualTo(405);
  }

  /** Comunica takes it that what no vocabulary and no partition tells of is not there. */
  @Test
  void clientsThatEstimateMissNothing() throws Exception {
    Model model = document();
    Resource dataset = model.createResource(SERVER.uri("/") + "#dataset");
    assertThat(dataset.hasProperty(RDF.type, VOID.Dataset)).isTrue();
    assertThat(dataset.hasProperty(VOID.uriSpace)).isFalse();
    Set<String> vocabularies = new HashSet<>();
    dataset
        .listProperties(VOID.vocabulary)
        .forEach(statement -> vocabularies.add(statement.getResource().getURI()));
    Set<String> properties = new TreeSet<>();
    dataset
        .listProperties(VOID.propertyPartition)
        .forEach(statement ->
            properties.add(
                statement.getResource().getPropertyResourceValue(VOID.property).getURI()));
    assertThat(properties)
        .containsExactlyElementsOf(
            new TreeSet<>(column(rows("SELECT DISTINCT ?p { ?s ?p ?o }"), "p")))
        .allMatch(iri -> vocabularies.stream().anyMatch(iri::startsWith));
    long sum = 0;
    for (var part : dataset.listProperties(VOID.propertyPartition).toList()) {
      sum += part.getResource().getProperty(VOID.triples).getLong();
    }
    assertThat(sum).isEqualTo(dataset.getProperty(VOID.triples).getLong());
  }

  @Test
  void itTellsWhatLeadsToTheDataOfOthers() throws Exception {
    String links =
        """
        PREFIX void: <http://rdfs.org/ns/void#>
        SELECT ?predicate ?space ?n FROM %s {
          ?set a void:Linkset ; void:linkPredicate ?predicate ; void:triples ?n ;
            void:objectsTarget/void:uriSpace ?space .
        }
        """
            .formatted(GRAPH);
    assertThat(column(rows(links), "predicate"))
        .contains("http://www.w3.org/2004/02/skos/core#exactMatch")
        .anyMatch(iri -> iri.startsWith(Namespaces.TERMS));
  }

  @Test
  void dumpsAndServicesAnswerWhereItSaysTheyAre() throws Exception {
    Model model = document();
    List<String> addresses = new ArrayList<>();
    model
        .listObjectsOfProperty(DCAT.endpointURL)
        .forEach(address -> addresses.add(address.asResource().getURI()));
    assertThat(addresses)
        .contains(SERVER.uri("/reconcile").toString(), SERVER.uri("/changes").toString())
        .doesNotContain(SERVER.uri("/update").toString());
    for (String address : addresses) {
      HttpResponse<String> response = SERVER.method("OPTIONS", URI.create(address).getPath());
      assertThat(response.statusCode()).as(address).isBetween(200, 299);
    }
    model
        .listObjectsOfProperty(DCAT.downloadURL)
        .forEach(file -> assertThat(file.asResource().getURI()).contains("/dump/1."));
  }
}
