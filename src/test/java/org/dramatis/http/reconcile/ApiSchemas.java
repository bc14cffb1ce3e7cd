package org.dramatis.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The JSON schemas of the Reconciliation Service API, which are not part of the project. */
final class ApiSchemas {

  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("DRAMATIS_SUITES")).orElse("../shared/suites"))
          .resolve("reconciliation");

  private static final String PUBLISHED = "https://reconciliation-api.github.io/specs/";

  /** The schemas refer to a part of this one, whose own address is not the one they use. */
  private static final String OPEN_API = "http://swagger.io/v2/schema.json";

  private static final boolean THERE = lookFor();

  private ApiSchemas() {}

  private static boolean lookFor() {
    boolean there = Files.isDirectory(FOLDER);
    if (!there) {
      System.out.println(
          "The schemas of the Reconciliation Service API are not at hand (DRAMATIS_SUITES,"
              + " ../shared/suites): no answer is held against them in this run");
    }
    return there;
  }

  static boolean areThere() {
    return THERE;
  }

  /** An example of the specification. */
  static String example(Protocol protocol, String path) {
    return read(FOLDER.resolve(protocol.number()).resolve("examples").resolve(path));
  }

  /** Holds a text against a schema, if the schemas are there. */
  static void check(Protocol protocol, String schema, String json) {
    if (THERE) {
      assertThat(schema(protocol, schema).validate(json, InputFormat.JSON))
          .as("%s of version %s: %s".formatted(schema, protocol.number(), json))
          .isEmpty();
    }
  }

  private static JsonSchema schema(Protocol protocol, String name) {
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V7,
            builder ->
                builder.schemaLoaders(loaders ->
                    loaders.add(
                        iri -> () -> new ByteArrayInputStream(load(protocol, iri.toString())))));
    return factory.getSchema(
        SchemaLocation.of(PUBLISHED + protocol.number() + "/schemas/" + name + ".json"));
  }

  /** They name a version of JSON Schema that means whichever is the newest; this is their own. */
  private static byte[] load(Protocol protocol, String iri) {
    String file =
        iri.startsWith(OPEN_API) ? "openapi.json" : iri.substring(iri.lastIndexOf('/') + 1);
    return read(FOLDER.resolve(protocol.number()).resolve("schemas").resolve(file))
        .replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#")
        .replace(
            "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#")
        .replace(PUBLISHED + "draft/", PUBLISHED + protocol.number() + "/")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
