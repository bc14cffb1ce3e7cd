package org.dramatis.http.mcp;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/** Lists the published queries. */
record ListQueriesTool(Supplier<Catalogue> catalogue) implements Tool {

  @Override
  public String name() {
    return "list_queries";
  }

  @Override
  public String title() {
    return "List published queries";
  }

  @Override
  public String description() {
    return "Lists questions that are ready to be asked with 'run_query', with their parameters."
        + " Look here first: each is tested, and a query of your own may miss how things are"
        + " modelled.";
  }

  @Override
  public String input() {
    return """
    {"type": "object", "additionalProperties": false, "properties": {
      "topic": {"type": "string", "description": "Only those of this topic, such as music."},
      "words": {"type": "string", "description": "Only those with all of these words in title, description or tags."}}}
    """;
  }

  @Override
  public String answer(Call call, Arguments arguments) throws RequestRefusedException {
    String topic = arguments.text("topic").orElse("");
    List<String> words =
        List.of(arguments.text("words").orElse("").toLowerCase(Locale.ROOT).split("\\s+", -1));
    List<PublishedQuery> found =
        catalogue.get().queries().stream()
            .filter(query -> topic.isEmpty() || query.topic().equals(topic))
            .filter(query -> words.stream().allMatch(text(query)::contains))
            .toList();
    JsonBuilder json = JsonBuilder.create().startObject();
    json.key("topics").startArray();
    catalogue.get().byTopic().keySet().forEach(json::value);
    json.finishArray().key("queries").startArray();
    found.forEach(query -> write(query, json));
    return json.finishArray().finishObject().build() + "\n";
  }

  private static String text(PublishedQuery query) {
    return String.join(
            " ", query.path(), query.title(), query.description(), String.join(" ", query.tags()))
        .toLowerCase(Locale.ROOT);
  }

  private static void write(PublishedQuery query, JsonBuilder json) {
    json.startObject()
        .pair("name", query.path())
        .pair("title", query.title())
        .pair("description", query.description());
    json.key("parameters").startArray();
    for (Parameter parameter : query.parameters()) {
      json.startObject()
          .pair("name", parameter.name())
          .pair("takes", parameter.type().label())
          .pair("required", parameter.required())
          .pair("example", parameter.example())
          .finishObject();
    }
    json.finishArray().finishObject();
  }
}
