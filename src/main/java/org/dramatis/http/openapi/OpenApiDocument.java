package org.dramatis.http.openapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.query.catalogue.Catalogue;

/**
 * All that can be asked, in OpenAPI 3.1.
 *
 * @param programVersion the version of the program
 * @param offered values for the parameters of published queries
 * @param writable whether anybody may write
 */
record OpenApiDocument(String programVersion, OfferedValues offered, boolean writable) {

  /** How those who may write show it. */
  static final String BEARER = "bearer";

  private static final String DESCRIPTION =
      "A knowledge graph of entertainment: who played whom, in what, with which song, and who says"
          + " so. What is asked by GET is also answered to HEAD. Errors are problem documents"
          + " (RFC 9457). Every answer from the data names the version that it is from. Browsers get"
          + " pages at the same addresses, which are not described here.";

  /** The document for a catalogue. */
  String of(Catalogue catalogue) throws IOException {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(AskOperations.all());
    operations.addAll(LinkOperations.all());
    operations.addAll(ThingOperations.all());
    operations.addAll(FeedOperations.all());
    operations.addAll(VersionOperations.all());
    if (writable) {
      operations.addAll(WriteOperations.all());
    }
    operations.addAll(ServiceOperations.all());
    operations.addAll(new PublishedOperations(offered).of(catalogue));
    return JSON.toStringFlat(described(catalogue, operations)) + "\n";
  }

  private JsonObject described(Catalogue catalogue, List<Operation> operations) {
    return Members.of("openapi", "3.1.0")
        .with("info", info())
        .withAll("servers", List.of(Members.of("url", "/").json()))
        .withAll("tags", Tags.all(catalogue))
        .with("paths", paths(operations))
        .with(
            "components",
            Members.none()
                .with("schemas", NamedSchemas.all())
                .with("securitySchemes", security())
                .with("headers", Headers.named())
                .with("parameters", parameters(operations))
                .with("responses", responses(operations)))
        .json();
  }

  private static Members security() {
    return Members.none().with(BEARER, Members.of("type", "http").with("scheme", "bearer"));
  }

  private static Members parameters(List<Operation> operations) {
    Members members = Members.none();
    for (Operation operation : operations) {
      for (Field field : operation.fields()) {
        field.component().ifPresent(name -> members.with(name, field.json()));
      }
    }
    return members;
  }

  private static Members responses(List<Operation> operations) {
    Members members = ProblemResponses.named();
    for (Operation operation : operations) {
      for (Success success : operation.successes()) {
        success.component().ifPresent(name -> members.with(name, success.json()));
      }
    }
    return members;
  }

  private Members info() {
    return Members.of("title", "Dramatis")
        .with("version", programVersion)
        .with("description", DESCRIPTION)
        .with("license", Members.of("name", "Apache License 2.0").with("identifier", "Apache-2.0"));
  }

  private static Members paths(List<Operation> operations) {
    Map<String, Members> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      paths
          .computeIfAbsent(operation.path(), _ -> Members.none())
          .with(operation.key(), operation.json());
    }
    Members all = Members.none();
    paths.forEach(all::with);
    return all;
  }
}
