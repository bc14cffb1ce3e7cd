package org.dramatis.query.warning;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.model.Version;

/** What is probably not meant in a query, as a document. */
public final class WarningDocument {

  private WarningDocument() {}

  /** The warnings for programs. */
  public static String json(List<Warning> warnings, Version version) {
    JsonBuilder json = JsonBuilder.create().startObject();
    json.pair("version", version.number());
    json.key("warnings").startArray();
    warnings.forEach(warning ->
        json.startObject()
            .pair("code", warning.code().word())
            .pair("text", warning.text())
            .finishObject());
    return json.finishArray().finishObject().build() + "\n";
  }

  /** The warnings for a terminal: a line each. */
  public static String text(List<Warning> warnings) {
    return warnings.isEmpty()
        ? "No warnings.\n"
        : warnings.stream()
            .map(warning -> warning.code().word() + ": " + warning.text() + "\n")
            .collect(Collectors.joining());
  }
}
