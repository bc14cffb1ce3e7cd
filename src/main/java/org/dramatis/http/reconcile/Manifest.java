package org.dramatis.http.reconcile;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.link.reconcile.EntityType;
import org.dramatis.link.reconcile.Schema;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;

/**
 * What the service tells of itself.
 *
 * @param root where it is, in the version that it is told for
 * @param versionOfData with which names are compared
 */
record Manifest(Protocol protocol, String root, Version versionOfData, Schema schema) {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 260;

  /** What people reconcile most, in that order. */
  private static final List<String> USUAL_TYPES =
      List.of(
          "Person", "Character", "Film", "Series", "Season", "Episode", "Track", "Album", "Place");

  /** All of it. */
  String json() {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.key("versions").startArray();
    Protocol.numbers().forEach(json::value);
    json.finishArray()
        .pair("name", "Dramatis")
        .pair("identifierSpace", Namespaces.BASE + "id/")
        .pair("schemaSpace", Namespaces.TERMS)
        .pair("documentation", root)
        .pair("batchSize", BatchReader.MOST_QUERIES)
        .pair("standardizedScore", true)
        .pair("dataVersion", versionOfData.toString());
    json.key("defaultTypes").startArray();
    USUAL_TYPES.forEach(name -> schema.type(name).ifPresent(type -> write(type, json)));
    json.finishArray();
    switch (protocol) {
      case V0_2 -> writeOld(json);
      case V1_0 -> writeNew(json);
    }
    return json.finishObject().build() + "\n";
  }

  static void write(EntityType type, JsonBuilder json) {
    json.startObject().pair("id", type.id()).pair("name", type.name()).finishObject();
  }

  private void writeOld(JsonBuilder json) {
    json.key("view").startObject().pair("url", root + "/view?id={{id}}").finishObject();
    json.key("preview")
        .startObject()
        .pair("url", root + "/preview?id={{id}}")
        .pair("width", WIDTH)
        .pair("height", HEIGHT)
        .finishObject();
    json.key("suggest").startObject();
    for (String kind : List.of("entity", "property", "type")) {
      json.key(kind)
          .startObject()
          .pair("service_url", root)
          .pair("service_path", "/suggest/" + kind);
      if (kind.equals("entity")) {
        json.pair("flyout_service_url", root).pair("flyout_service_path", "/flyout?id=${id}");
      }
      json.finishObject();
    }
    json.finishObject();
    json.key("extend").startObject();
    json.key("propose_properties")
        .startObject()
        .pair("service_url", root)
        .pair("service_path", "/extend/propose")
        .finishObject();
    json.key("property_settings").startArray();
    writeLimit("name", "label", "help_text", json);
    json.finishArray().finishObject();
  }

  private void writeNew(JsonBuilder json) {
    json.key("view").startObject().pair("url", root + "/view?id={id}").finishObject();
    json.key("preview").startObject().pair("width", WIDTH).pair("height", HEIGHT).finishObject();
    json.key("suggest")
        .startObject()
        .pair("entity", true)
        .pair("property", true)
        .pair("type", true)
        .finishObject();
    json.key("extend").startObject().pair("proposeProperties", true);
    json.key("propertySettings").startArray();
    writeLimit("id", "name", "helpText", json);
    json.finishArray().finishObject();
  }

  private static void writeLimit(String id, String name, String help, JsonBuilder json) {
    json.startObject()
        .pair(id, ExtensionReader.LIMIT)
        .pair(name, "Limit")
        .pair("type", "number")
        .pair("default", ExtensionReader.MOST_VALUES)
        .pair(help, "At most so many values an entity")
        .finishObject();
  }
}
