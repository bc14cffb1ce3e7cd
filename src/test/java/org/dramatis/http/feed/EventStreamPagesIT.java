package org.dramatis.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of each entity is read as a Linked Data Event Stream, page after page. */
class EventStreamPagesIT extends WithWritableServer {

  private static final String ANN = "https://w3id.org/dramatis/id/person/ann";
  private static final Resource STREAM =
      ResourceFactory.createResource("https://w3id.org/dramatis/changes");
  private static final String AS = "https://www.w3.org/ns/activitystreams#";

  private static Property tree(String name) {
    return ResourceFactory.createProperty("https://w3id.org/tree#" + name);
  }

  private static Property ldes(String name) {
    return ResourceFactory.createProperty("https://w3id.org/ldes#" + name);
  }

  private void change(String update) throws Exception {
    String prefixes =
        "PREFIX : <http://example.org/> PREFIX person: <https://w3id.org/dramatis/id/person/> ";
    HttpResponse<String> response = server.update(prefixes + update);
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
  }

  /** Ann comes, is given a name and an address, and goes; a song comes beside her. */
  private void makeHistory() throws Exception {
    change("INSERT DATA { GRAPH :g { person:ann a :Person } }");
    change("INSERT DATA { GRAPH :h { person:ann :name 'Ann' . :song :by person:ann } }");
    change("INSERT DATA { GRAPH :g { person:ann :lives [ :in 'Rome' ] } }");
    change(
        "DELETE { GRAPH ?g { ?b :in ?o } } INSERT { GRAPH ?g { ?b :in 'Oslo' } } "
            + "WHERE { GRAPH ?g { ?b :in ?o } }");
    change("DELETE WHERE { GRAPH ?g { person:ann ?p ?o } }");
  }

  private HttpResponse<String> get(String address, String accept) throws Exception {
    return server.anonymous("GET", address, "", "Accept", accept);
  }

  private static Model parse(HttpResponse<String> response, Lang lang) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(response.body(), lang).base("http://base.example/").parse(model);
    return model;
  }

  /** All members, by following the relations from the view. */
  private List<String> follow(String address) throws Exception {
    List<String> members = new ArrayList<>();
    String next = address;
    while (!next.isEmpty()) {
      HttpResponse<String> response = get(next, "text/turtle");
      Model page = parse(response, Lang.TURTLE);
      Resource node = page.createResource(server.uri(next).toString());
      assertThat(node.hasProperty(RDF.type, tree("Node"))).isTrue();
      page.listObjectsOfProperty(STREAM, tree("member"))
          .mapWith(member -> member.asResource().getURI())
          .forEachRemaining(members::add);
      List<RDFNode> nodes = page.listObjectsOfProperty(tree("node")).toList();
      assertThat(node.hasProperty(ldes("immutable"))).isEqualTo(!nodes.isEmpty());
      URI following = nodes.isEmpty() ? URI.create("") : URI.create(nodes.getFirst().toString());
      next = nodes.isEmpty() ? "" : following.getPath() + "?" + following.getQuery();
    }
    return members;
  }

  @Test
  void eachVersionOfEachEntityIsMetOnceAndInOrder() throws Exception {
    makeHistory();

    List<String> members = follow("/changes?since=0&limit=2");

    assertThat(members)
        .containsExactlyInAnyOrder(
            ANN + "?version=1",
            ANN + "?version=2",
            "https://w3id.org/dramatis/history/2#http%3A%2F%2Fexample.org%2Fsong",
            ANN + "?version=3",
            ANN + "?version=4",
            ANN + "?version=5");
    assertThat(follow("/changes?since=0")).containsExactlyInAnyOrderElementsOf(members);
  }

  @Test
  void aMemberSaysWhatHappenedWhenAndHowItIsSince() throws Exception {
    makeHistory();

    Model page = parse(get("/changes?since=0", "text/turtle"), Lang.TURTLE);

    assertThat(kind(page, 1)).isEqualTo(AS + "Create");
    assertThat(kind(page, 2)).isEqualTo(AS + "Update");
    assertThat(kind(page, 5)).isEqualTo(AS + "Delete");
    Resource second = page.createResource(ANN + "?version=2");
    assertThat(second.getPropertyResourceValue(DCTerms.isVersionOf).getURI()).isEqualTo(ANN);
    assertThat(second.getProperty(DCTerms.modified).getLiteral().getDatatypeURI())
        .endsWith("dateTime");
    assertThat(name(page, 1)).isFalse();
    assertThat(name(page, 2)).isTrue();
    assertThat(name(page, 3)).isTrue();
    assertThat(city(page, 3)).isEqualTo("Rome");
    assertThat(city(page, 4)).isEqualTo("Oslo");
    assertThat(page.createResource(ANN + "?version=5").listProperties().toList()).hasSize(3);
  }

  private static String kind(Model page, int version) {
    return page.createResource(ANN + "?version=" + version)
        .listProperties(RDF.type)
        .mapWith(statement -> statement.getResource().getURI())
        .filterKeep(type -> type.startsWith(AS))
        .next();
  }

  private static boolean name(Model page, int version) {
    return page.createResource(ANN + "?version=" + version)
        .hasProperty(ResourceFactory.createProperty("http://example.org/name"));
  }

  private static String city(Model page, int version) {
    return page.createResource(ANN + "?version=" + version)
        .getPropertyResourceValue(ResourceFactory.createProperty("http://example.org/lives"))
        .getProperty(ResourceFactory.createProperty("http://example.org/in"))
        .getString();
  }

  @Test
  void theStreamDescribesItselfAndSaysThatEverythingIsKept() throws Exception {
    makeHistory();

    Model page = parse(get("/changes", "text/turtle"), Lang.TURTLE);
    Resource stream = page.createResource(STREAM.getURI());

    assertThat(stream.hasProperty(RDF.type, ldes("EventStream"))).isTrue();
    assertThat(stream.hasProperty(ldes("timestampPath"), DCTerms.modified)).isTrue();
    assertThat(stream.hasProperty(ldes("versionOfPath"), DCTerms.isVersionOf)).isTrue();
    assertThat(stream.hasProperty(ldes("versionDeleteObject"), page.createResource(AS + "Delete")))
        .isTrue();
    Resource view = stream.getPropertyResourceValue(tree("view"));
    assertThat(view.getURI()).isEqualTo(server.uri("/changes?since=0").toString());
    String kept =
        view.getPropertyResourceValue(tree("viewDescription"))
            .getPropertyResourceValue(ldes("retentionPolicy"))
            .getProperty(RDFS.comment)
            .getString();
    assertThat(kept).contains("Everything is kept");
  }

  @Test
  void aFullPageNeverChangesAndIsKeptByCaches() throws Exception {
    makeHistory();
    HttpResponse<String> before = get("/changes?since=1&limit=2", "text/turtle");
    change("INSERT DATA { GRAPH :g { person:ann :again true } }");
    change("DELETE WHERE { GRAPH ?g { :song ?p ?o } }");
    HttpResponse<String> after = get("/changes?since=1&limit=2", "text/turtle");

    assertThat(after.body()).isEqualTo(before.body());
    assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
    assertThat(header(get("/changes?since=6", "text/turtle"), "Cache-Control"))
        .isEqualTo("no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "application/ld+json, JSON-LD, jsonld",
    "application/n-triples, N-Triples, nt",
    "text/turtle, Turtle, ttl"
  })
  void theSameComesInOtherSyntaxes(String type, String language, String key) throws Exception {
    makeHistory();
    Lang lang = RDFLanguages.nameToLang(language);

    HttpResponse<String> accepted = get("/changes?since=0", type);
    Model named = parse(get("/changes?since=0&format=" + key, "*/*"), lang);

    assertThat(header(accepted, "Content-Type")).startsWith(type);
    assertThat(parse(accepted, lang).listObjectsOfProperty(STREAM, tree("member")).toList())
        .hasSize(6);
    assertThat(named.listObjectsOfProperty(STREAM, tree("member")).toList()).hasSize(6);
  }

  @Test
  void whoeverIsMergedIsGoneAndItsSuccessorIsNamed() throws Exception {
    change(
        "INSERT DATA { GRAPH :g { person:ann a :Person . person:anna a :Person ; :name 'Anna' } }");
    HttpResponse<String> merged =
        server.with(
            WritableServer.WRITER,
            "POST",
            "/identity",
            "merge=" + ANN + "&into=" + ANN + "a",
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(merged.statusCode()).as(merged.body()).isLessThan(300);

    Model page = parse(get("/changes?since=1", "text/turtle"), Lang.TURTLE);

    Resource gone = page.createResource(ANN + "?version=2");
    assertThat(kind(page, 2)).isEqualTo(AS + "Delete");

    assertThat(gone.getPropertyResourceValue(DCTerms.isReplacedBy).getURI()).isEqualTo(ANN + "a");
  }

  @Test
  void aPageOfMoreVersionsThanAreOpenedIsRefused() throws Exception {
    assertThat(get("/changes?since=0&limit=101", "text/turtle").statusCode()).isEqualTo(400);
  }
}
