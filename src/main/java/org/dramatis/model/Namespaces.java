package org.dramatis.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The IRIs under which everything is named. None of them carries a version, and the server resolves
 * each of them whatever host it runs on. The data of a deployment is named under its base; what the
 * words mean is named under the vocabulary's, so that one query can be asked of all deployments.
 */
public final class Namespaces {

  /** The start of the IRIs of all data: of entities, sources, claims and passages. */
  public static final String BASE = Base.settled();

  /** The start of the IRIs of the ontology, its terms and the concepts of its schemes. */
  public static final String VOCABULARY = Base.CANONICAL;

  /** The terms of the ontology. */
  public static final String TERMS = VOCABULARY + "ns#";

  /** The named graph of the ontology, and the IRI of the ontology itself. */
  public static final String ONTOLOGY = VOCABULARY + "ns";

  /** The named graph of the mappings to other vocabularies. */
  public static final String ALIGNMENTS = VOCABULARY + "ns/alignments";

  /** The named graph in which the service records what it has done with its own data. */
  public static final String RECORD = BASE + "source/record";

  /** The named graph in which the service tells of itself; queries that ask for it find it. */
  public static final String DESCRIPTION = BASE + "source/description";

  /** The namespace of the named releases of the data. */
  public static final String RELEASES = BASE + "release/";

  private static final String[] ENTITIES = {
    "album",
    "book",
    "character",
    "credit",
    "episode",
    "event",
    "film",
    "franchise",
    "group",
    "measurement",
    "object",
    "person",
    "place",
    "release",
    "season",
    "series",
    "track"
  };

  private static final List<String> DATA = List.of("claim", "passage", "source");

  private static final List<String> SCHEMES =
      List.of(
          "billing",
          "bound",
          "cadence",
          "certainty",
          "genre",
          "layer",
          "metric",
          "modality",
          "polarity",
          "role",
          "topic",
          "unit");

  private static final Map<String, String> PREFIXES = collectPrefixes();

  private Namespaces() {}

  /** The prefixes that every answer and every page uses, in a fixed order. */
  public static Map<String, String> prefixes() {
    return PREFIXES;
  }

  /** The first parts of the paths below the base at which something is named. */
  public static List<String> paths() {
    List<String> paths = new ArrayList<>(List.of("id", "ns", "release"));
    paths.addAll(DATA);
    paths.addAll(SCHEMES);
    return paths;
  }

  /**
   * The paths below the base of what has members and is described itself: the ontology, schemes.
   */
  public static List<String> wholes() {
    return Stream.concat(Stream.of("ns"), SCHEMES.stream()).toList();
  }

  /** The IRI of what is described at a path of the server, which begins with a slash. */
  public static String named(String path) {
    return (isOfVocabulary(path) ? VOCABULARY : BASE) + path.substring(1);
  }

  /** The path of the server at which an IRI is described, if it is one of ours. */
  public static Optional<String> path(String iri) {
    return Stream.of(BASE, VOCABULARY)
        .distinct()
        .filter(iri::startsWith)
        .map(base -> iri.substring(base.length() - 1))
        .filter(path -> named(path).equals(iri))
        .findFirst();
  }

  /** Whether an IRI is one that we mint, in the data or in the vocabulary. */
  public static boolean isOurs(String iri) {
    return path(iri).isPresent();
  }

  private static boolean isOfVocabulary(String path) {
    String first = path.substring(1).split("[/#?]", 2)[0];
    return wholes().contains(first);
  }

  /** The namespace of the entities of one type, such as {@code person} or {@code episode}. */
  public static String entities(String type) {
    return BASE + "id/" + type + "/";
  }

  /** The IRI of a source, which is also the name of its graph. */
  public static String source(String slug) {
    return BASE + "source/" + slug;
  }

  /** The namespace of the claims that one source makes. */
  public static String claims(String sourceSlug) {
    return BASE + "claim/" + sourceSlug + "/";
  }

  /** The namespace of the passages of one source. */
  public static String passages(String sourceSlug) {
    return BASE + "passage/" + sourceSlug + "/";
  }

  private static Map<String, String> collectPrefixes() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("d", TERMS);
    for (String type : ENTITIES) {
      prefixes.put(type, entities(type));
    }
    prefixes.put("org", entities("organization"));
    Stream.concat(DATA.stream(), SCHEMES.stream())
        .sorted()
        .forEach(name -> prefixes.put(name, named("/" + name + "/")));
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("dcterms", "http://purl.org/dc/terms/");
    prefixes.put("prov", "http://www.w3.org/ns/prov#");
    prefixes.put("schema", "https://schema.org/");
    prefixes.put("sh", "http://www.w3.org/ns/shacl#");
    prefixes.put("wd", "http://www.wikidata.org/entity/");
    prefixes.put("wdt", "http://www.wikidata.org/prop/direct/");
    return Collections.unmodifiableMap(prefixes);
  }
}
