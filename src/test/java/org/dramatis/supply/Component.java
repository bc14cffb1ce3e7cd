package org.dramatis.supply;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** A part, as the bill of materials tells it. */
record Component(
    String group,
    String name,
    String version,
    String purl,
    Map<String, String> hashes,
    List<String> licences) {

  static Component of(JsonObject json) {
    Map<String, String> hashes = new HashMap<>();
    json.getArray("hashes")
        .map(JsonValue::getAsObject)
        .forEach(hash -> hashes.put(hash.getString("alg"), hash.getString("content")));
    return new Component(
        json.getString("group"),
        json.getString("name"),
        json.getString("version"),
        json.getString("purl"),
        hashes,
        json.getArray("licenses").map(licence -> licence(licence.getAsObject())).toList());
  }

  private static String licence(JsonObject choice) {
    if (choice.hasKey("expression")) {
      return choice.getString("expression");
    }
    JsonObject licence = choice.getObj("license");
    return licence.getString(licence.hasKey("id") ? "id" : "name");
  }

  /** The digest of its jar. */
  String sha256() {
    return Optional.ofNullable(hashes.get("SHA-256")).orElse("");
  }

  /** Where Maven keeps the jar of this version of this part. */
  Path pathInRepository() {
    return Path.of(group.replace('.', '/'), name, version, name + "-" + version + ".jar");
  }
}
