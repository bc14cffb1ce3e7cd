package org.dramatis.http.openapi;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.query.catalogue.Catalogue;

/** What operations belong to, apart from the topics of the published queries. */
final class Tags {

  static final String QUERY = "Query";
  static final String LINKING = "Linking";
  static final String FEED = "Feed";
  static final String WRITING = "Writing";
  static final String SERVICE = "Service";

  private Tags() {}

  /** All that are described. */
  static List<JsonObject> all(Catalogue catalogue) {
    List<JsonObject> tags = new ArrayList<>();
    tags.add(tag(QUERY, "Ask what you like, or see what there is to ask."));
    tags.add(tag(LINKING, "Find entities by name and by identifier, and match tables."));
    tags.add(tag(FEED, "Keep a copy in step."));
    tags.add(tag(WRITING, "Change the data, with a token, where that is allowed."));
    tags.add(tag(SERVICE, "The service itself."));
    catalogue
        .byTopic()
        .keySet()
        .forEach(topic -> tags.add(tag(topic, "Published queries on %s.".formatted(topic))));
    return tags;
  }

  private static JsonObject tag(String name, String description) {
    return Members.of("name", name).with("description", description).json();
  }
}
