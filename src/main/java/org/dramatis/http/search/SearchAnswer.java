package org.dramatis.http.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.http.page.LocalLinks;
import org.dramatis.http.page.SearchPage;
import org.dramatis.link.search.Hit;
import org.dramatis.link.search.NamedThings;
import org.dramatis.link.search.Question;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;
import org.dramatis.model.Labels;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;

/**
 * What was found, with what is told of it.
 *
 * @param version of the data
 * @param rows the best first
 * @param cursor where the answer goes on, if it does
 */
public record SearchAnswer(Version version, List<Row> rows, Optional<String> cursor) {

  /**
   * An entity that was found.
   *
   * @param sources that call it so, and what they are called
   */
  public record Row(Hit hit, Summary summary, Map<Node, Optional<String>> sources) {

    /** What it is listed as, or else the name by which it was found. */
    public String label() {
      return summary.label().orElse(hit.matched().text());
    }
  }

  /** Looks up what is to be told, in the version in which it was found. */
  public static SearchAnswer of(Snapshot snapshot, Search.Found found, Optional<String> language) {
    List<Row> rows =
        found.hits().stream()
            .map(hit ->
                new Row(
                    hit,
                    Search.summary(snapshot, hit.entity(), language),
                    labelled(Search.sources(snapshot, hit.matched()), snapshot)))
            .toList();
    Optional<String> cursor =
        found.more()
            ? Optional.of(SearchRequest.cursor(found.hits().getLast().place()))
            : Optional.empty();
    return new SearchAnswer(found.version(), rows, cursor);
  }

  private static Map<Node, Optional<String>> labelled(List<Node> sources, Snapshot snapshot) {
    Graph graph = NamedThings.graph(snapshot);
    Map<Node, Optional<String>> labelled = new LinkedHashMap<>();
    sources.forEach(source -> labelled.put(source, Labels.of(graph, source)));
    return labelled;
  }

  /** All of it, with the address of the rest. */
  public String json(Optional<String> next) {
    JsonBuilder json =
        JsonBuilder.create()
            .startObject()
            .pair("version", version.number())
            .key("hits")
            .startArray();
    rows.forEach(row -> write(row, json));
    json.finishArray();
    next.ifPresent(address -> json.pair("next", address));
    return json.finishObject().build() + "\n";
  }

  /** All of it for a browser, with the address of the rest. */
  SearchPage page(Question question, Optional<String> next) {
    return new SearchPage(question.text(), rows.stream().map(SearchAnswer::shown).toList(), next);
  }

  private static SearchPage.Row shown(Row row) {
    Hit hit = row.hit();
    return new SearchPage.Row(
        LocalLinks.NEWEST.show(hit.entity(), Optional.of(row.label())),
        row.summary().types().stream().map(Summary.Type::label).toList(),
        row.summary().description(),
        hit.matched().text(),
        hit.matched().kind().title(),
        hit.why(),
        row.sources().entrySet().stream()
            .map(source -> LocalLinks.NEWEST.show(source.getKey(), source.getValue()))
            .toList());
  }

  /** One row alone. */
  static String json(Row row) {
    JsonBuilder json = JsonBuilder.create();
    write(row, json);
    return json.build() + "\n";
  }

  private static void write(Row row, JsonBuilder json) {
    Hit hit = row.hit();
    json.startObject().pair("iri", hit.entity().getURI()).pair("label", row.label());
    row.summary().description().ifPresent(text -> json.pair("description", text));
    json.key("types").startArray();
    row.summary()
        .types()
        .forEach(type ->
            json.startObject().pair("iri", type.iri()).pair("label", type.label()).finishObject());
    json.finishArray().pair("score", hit.score());
    json.key("matched").startObject().pair("name", hit.matched().text());
    if (!hit.matched().language().isEmpty()) {
      json.pair("language", hit.matched().language());
    }
    json.pair("kind", hit.matched().kind().title()).pair("why", hit.why());
    json.key("sources").startArray();
    row.sources().keySet().forEach(source -> json.value(source.getURI()));
    json.finishArray().finishObject().finishObject();
  }
}
