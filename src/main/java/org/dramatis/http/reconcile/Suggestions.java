package org.dramatis.http.reconcile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.reconcile.EntityType;
import org.dramatis.link.reconcile.Property;
import org.dramatis.link.reconcile.Schema;
import org.dramatis.link.search.Hit;
import org.dramatis.link.search.OpenNames;
import org.dramatis.link.search.Question;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;

/**
 * What somebody may mean who has typed the beginning of something.
 *
 * @param prefix what was typed
 * @param skip so many are known already
 * @param limit so many are wanted
 */
record Suggestions(String prefix, int skip, int limit) {

  static final String PREFIX = "prefix";
  static final String CURSOR = "cursor";
  static final String OFFSET = "offset";
  static final String LIMIT = "limit";

  private static final int USUAL_LIMIT = 10;
  private static final int MOST_SKIPPED = 1000;
  private static final int LONGEST_PREFIX = 500;

  /**
   * An answer.
   *
   * @param more whether there is more behind it
   */
  record Page(String json, boolean more) {}

  private record Item(
      String id, String name, Optional<String> description, List<Summary.Type> types) {}

  /** What is asked for; version 0.2 calls a cursor what the draft calls an offset. */
  static Suggestions of(Parameters parameters) throws RequestRefusedException {
    String prefix = parameters.required(PREFIX);
    long limit = parameters.count(LIMIT).orElse(USUAL_LIMIT);
    long skip = parameters.count(parameters.has(CURSOR) ? CURSOR : OFFSET).orElse(0);
    if (limit < 1 || limit > Question.MOST) {
      throw bad("'limit' is a number from 1 to %d".formatted(Question.MOST));
    }
    if (skip > MOST_SKIPPED) {
      throw bad("more than %,d suggestions are not skipped".formatted(MOST_SKIPPED));
    }
    if (prefix.length() > LONGEST_PREFIX) {
      throw bad("'prefix' is longer than %d characters".formatted(LONGEST_PREFIX));
    }
    return new Suggestions(prefix.strip(), (int) skip, (int) limit);
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }

  /** Entities, of some types if there are any. */
  Page entities(Graph graph, OpenNames names, Set<Node> types) throws IOException {
    Node iri = NodeFactory.createURI(prefix);
    if (prefix.contains(":") && graph.contains(iri, Node.ANY, Node.ANY)) {
      return page(List.of(item(graph, iri, prefix)));
    }
    List<Item> items = new ArrayList<>();
    Optional<Question.Place> after = Optional.empty();
    boolean more = !prefix.isEmpty();
    while (more && items.size() <= skip + limit) {
      Search.Found found =
          names.find(new Question(prefix, types, Optional.empty(), Question.MOST, after));
      for (Hit hit : found.hits()) {
        boolean shown = items.size() >= skip && items.size() < skip + limit;
        items.add(
            shown
                ? item(graph, hit.entity(), hit.matched().text())
                : new Item(hit.entity().getURI(), "", Optional.empty(), List.of()));
      }
      more = found.more();
      after = more ? Optional.of(found.hits().getLast().place()) : Optional.empty();
    }
    return page(items);
  }

  private static Item item(Graph graph, Node entity, String name) {
    Summary summary = Search.summary(graph, entity, Optional.empty());
    return new Item(
        entity.getURI(), summary.label().orElse(name), summary.description(), summary.types());
  }

  /** Classes. */
  Page types(Schema schema) {
    return page(
        fitting(
            schema.types().stream()
                .map((EntityType type) ->
                    new Item(type.id(), type.name(), type.description(), List.of()))
                .toList()));
  }

  /** Properties. */
  Page properties(Schema schema) {
    return page(
        fitting(
            schema.properties().stream()
                .map((Property property) ->
                    new Item(property.id(), property.title(), property.description(), List.of()))
                .toList()));
  }

  /** Those whose name or id begins so, and behind them those with a word that does. */
  private List<Item> fitting(List<Item> all) {
    String wanted = prefix.toLowerCase(Locale.ROOT);
    List<Item> fitting = new ArrayList<>();
    List<Item> others = new ArrayList<>();
    for (Item item : all) {
      String name = item.name().toLowerCase(Locale.ROOT);
      if (name.startsWith(wanted) || item.id().toLowerCase(Locale.ROOT).startsWith(wanted)) {
        fitting.add(item);
      } else if (name.contains(" " + wanted)) {
        others.add(item);
      }
    }
    fitting.addAll(others);
    return fitting;
  }

  private Page page(List<Item> items) {
    JsonBuilder json = JsonBuilder.create().startObject().key("result").startArray();
    items.stream().skip(skip).limit(limit).forEach(item -> write(item, json));
    json.finishArray();
    return new Page(json.finishObject().build() + "\n", items.size() > skip + limit);
  }

  private static void write(Item item, JsonBuilder json) {
    json.startObject().pair("id", item.id()).pair("name", item.name());
    item.description().ifPresent(text -> json.pair("description", text));
    if (!item.types().isEmpty()) {
      json.key("notable").startArray();
      item.types().forEach(type -> BatchAnswer.writeType(type, json));
      json.finishArray();
    }
    json.finishObject();
  }
}
