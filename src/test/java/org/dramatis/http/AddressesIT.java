package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.dramatis.browser.ListedPage;
import org.dramatis.http.resource.ResourceAddress;
import org.junit.jupiter.api.Test;

/** Programs are told of every address at which something answers, or there is a reason not to. */
class AddressesIT extends WithWritableServer {

  private static final String NAMED =
      "what is named here is found by its name, which leads there; /id, /source, /claim and /ns are"
          + " described as the others are";

  private static final Map<String, String> NOT_DESCRIBED =
      Map.ofEntries(
          Map.entry("/", "the description itself"),
          Map.entry("/.well-known/void", "the description itself"),
          Map.entry("/source/description", "the description itself"),
          Map.entry("/context", "leads nowhere that a document does not; it is told in the guide"),
          Map.entry("/query", "for people"),
          Map.entry("/paths", "for people; programs ask with property paths"),
          Map.entry("/query/terms", "for the page at /query"),
          Map.entry("/api", "the description itself, for people"),
          Map.entry("/assets", "for browsers"),
          Map.entry("/sources", "for people; programs ask the published queries on sources"),
          Map.entry("/conflicts", "for people; programs ask the published queries on conflicts"),
          Map.entry(
              "/timeline", "for people; programs ask the published queries on story and works"),
          Map.entry("/problems", "what problems link to"),
          Map.entry("/ready", "for operators"),
          Map.entry("/metrics", "for operators"),
          Map.entry("/queries/running", "for operators"),
          Map.entry("/*", "where nothing is"),
          Map.entry("/release", NAMED),
          Map.entry("/billing", NAMED),
          Map.entry("/bound", NAMED),
          Map.entry("/cadence", NAMED),
          Map.entry("/certainty", NAMED),
          Map.entry("/genre", NAMED),
          Map.entry("/layer", NAMED),
          Map.entry("/metric", NAMED),
          Map.entry("/modality", NAMED),
          Map.entry("/passage", NAMED),
          Map.entry("/polarity", NAMED),
          Map.entry("/role", NAMED),
          Map.entry("/topic", NAMED),
          Map.entry("/unit", NAMED));

  private static final String OF_THE_FOLDER = "is taken by the address above it alone";
  private static final Map<String, String> METHODS_NOT_DESCRIBED =
      Map.ofEntries(
          Map.entry("GET /annotate", "is the form for people"),
          Map.entry("GET /q", "is the form for people"),
          Map.entry("GET /reconcile/1.0-draft/match", OF_THE_FOLDER),
          Map.entry("POST /reconcile/suggest/entity", OF_THE_FOLDER),
          Map.entry("POST /dump/{version}", OF_THE_FOLDER),
          Map.entry("PUT /dump/{version}", OF_THE_FOLDER),
          Map.entry("POST /dump/{version}.{extension}", OF_THE_FOLDER),
          Map.entry("PUT /dump/{version}.{extension}", OF_THE_FOLDER),
          Map.entry("POST /q/{hash}", OF_THE_FOLDER),
          Map.entry("POST /queries", "is taken by the queries below it alone"),
          Map.entry("PUT /releases", "takes the name that it is to give from the address"));

  private Set<String> described() throws Exception {
    Set<String> described =
        new TreeSet<>(
            JSON.parse(server.anonymous("GET", "/openapi.json", "").body())
                .get("paths")
                .getAsObject()
                .keys());
    Model model = ModelFactory.createDefaultModel();
    String turtle = server.anonymous("GET", "/", "", "Accept", "text/turtle").body();
    RDFParser.fromString(turtle, Lang.TURTLE).parse(model);
    model
        .listObjectsOfProperty(DCAT.endpointURL)
        .forEach(address -> described.add(URI.create(address.asResource().getURI()).getPath()));
    return described;
  }

  private Set<String> registered() {
    return server.addresses().stream()
        .map(pattern -> pattern.isEmpty() ? "/" : pattern)
        .map(pattern ->
            pattern.length() > 2 && pattern.endsWith("/*")
                ? pattern.substring(0, pattern.length() - 2)
                : pattern)
        .map(path -> ResourceAddress.of(path).path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void programsAreToldOfEveryAddressOrThereIsAReason() throws Exception {
    Set<String> described = described();
    Set<String> untold = new TreeSet<>();
    for (String address : registered()) {
      boolean told =
          described.stream()
              .anyMatch(path -> path.equals(address) || path.startsWith(address + "/"));
      if (!told || address.equals("/")) {
        untold.add(address);
      }
    }
    assertThat(untold).isEqualTo(new TreeSet<>(NOT_DESCRIBED.keySet()));
  }

  @Test
  void whatIsToldIsThere() throws Exception {
    Set<String> registered = registered();
    assertThat(described())
        .allMatch(path ->
            registered.stream()
                .filter(address -> !address.equals("/*") && !address.equals("/"))
                .anyMatch(address -> path.equals(address) || path.startsWith(address + "/")));
  }

  @Test
  void programsAreToldOfEveryMethodOfAnAddressOrThereIsAReason() throws Exception {
    JsonObject paths =
        JSON.parse(server.anonymous("GET", "/openapi.json", "").body()).get("paths").getAsObject();
    Set<String> untold = new TreeSet<>();
    for (String path : paths.keys()) {
      String address = path.replace("{version}", "1").replaceAll("[{][a-z]+}", "example");
      HttpResponse<String> options = server.anonymous("OPTIONS", address, "");
      for (String method : TestServer.header(options, "Allow").split(", *", -1)) {
        if (!Set.of("HEAD", "OPTIONS").contains(method)
            && !paths.getObj(path).hasKey(method.toLowerCase(Locale.ROOT))) {
          untold.add(method + " " + path);
        }
      }
    }
    assertThat(untold).isEqualTo(METHODS_NOT_DESCRIBED.keySet());
  }

  @Test
  void everyAddressThatShowsAPageIsTriedInABrowser() throws Exception {
    List<String> tried =
        ListedPage.all().stream()
            .map(page -> page.address().replaceFirst("^[{].*", "/q").replaceFirst("[?].*", ""))
            .toList();
    Set<String> untried = new TreeSet<>();
    for (String address : registered()) {
      HttpResponse<String> shown = server.anonymous("GET", address, "", "Accept", "text/html");
      boolean page = TestServer.header(shown, "Content-Type").startsWith("text/html");
      if (shown.statusCode() == 200
          && page
          && tried.stream().noneMatch(each -> (each + "/").startsWith(address + "/"))
          && !address.equals("/")) {
        untried.add(address);
      }
    }
    assertThat(untried).isEmpty();
  }
}
