package org.dramatis.query.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The words by which JSON-LD has what is said here. A context that was once given out stays as it
 * is: what the vocabulary gets later is written with a prefix, or has a word in the next one.
 */
public final class JsonLdContext {

  /** The newest one. */
  public static final JsonLdContext V1 = read("context-v1.jsonld");

  private static final String KEYWORDS = "@context";
  private static final String LINK = "@id";

  private final String document;
  private final Map<String, JsonValue> definitions = new LinkedHashMap<>();
  private final Map<String, String> prefixes = new TreeMap<>();
  private final Map<String, Term> terms = new HashMap<>();

  /**
   * A word.
   *
   * @param name the word
   * @param links whether its values are what is named, and not texts
   */
  record Term(String name, boolean links) {}

  private JsonLdContext(String document) {
    this.document = document;
    JsonObject context = JSON.parse(document).get(KEYWORDS).getAsObject();
    for (String name : context.keys()) {
      JsonValue definition = context.get(name);
      definitions.put(name, definition);
      if (definition.isString()) {
        String iri = definition.getAsString().value();
        if (iri.endsWith("#") || iri.endsWith("/")) {
          prefixes.put(name, iri);
        }
      }
    }
    definitions.forEach(this::addTerm);
  }

  private static JsonLdContext read(String name) {
    try (InputStream in = JsonLdContext.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new JsonLdContext(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void addTerm(String name, JsonValue definition) {
    String written = "";
    if (definition.isObject()) {
      written = definition.getAsObject().getString(LINK);
    } else if (definition.isString()) {
      written = definition.getAsString().value();
    }
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    if (prefixes.containsKey(prefix) && !prefixes.containsKey(name)) {
      terms.put(
          prefixes.get(prefix) + written.substring(colon + 1),
          new Term(name, definition.isObject()));
    }
  }

  /** The document as it is served. */
  public String document() {
    return document;
  }

  /** The word for an IRI. */
  Optional<Term> term(String iri) {
    return Optional.ofNullable(terms.get(iri));
  }

  /** The prefixes, with what they stand for. */
  Map<String, String> prefixes() {
    return prefixes;
  }

  /** What a name means in it. */
  JsonValue definition(String name) {
    return Optional.ofNullable(definitions.get(name)).orElseThrow();
  }

  /** The prefix that a definition is written with, if it is. */
  Optional<String> prefixOf(String name) {
    JsonValue definition = definition(name);
    String written =
        definition.isObject()
            ? definition.getAsObject().getString(LINK)
            : definition.getAsString().value();
    int colon = written.indexOf(':');
    return Optional.of(colon < 0 ? "" : written.substring(0, colon)).filter(prefixes::containsKey);
  }
}
