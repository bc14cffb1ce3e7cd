package org.dramatis.query.mistake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dramatis.model.Namespaces;

/** The prefixes that are probably meant when they are not declared. */
final class Prefixes {

  private static final Map<String, String> KNOWN = collect();

  private Prefixes() {}

  /** What to write for a prefix that is not declared. */
  static Optional<String> hint(String prefix, Map<String, String> declared) {
    String namespace = KNOWN.get(prefix);
    if (namespace != null) {
      return Optional.of("declare it: " + declaration(prefix, namespace));
    }
    Optional<String> near = Spelling.nearest(prefix, declared.keySet());
    if (near.isPresent()) {
      return near.map(known -> "did you mean " + known + ":, which the query declares?");
    }
    return Spelling.nearest(prefix, KNOWN.keySet())
        .map(known ->
            "did you mean %s:? Declare it: %s"
                .formatted(known, declaration(known, KNOWN.getOrDefault(known, ""))));
  }

  private static String declaration(String prefix, String namespace) {
    return "PREFIX %s: <%s>".formatted(prefix, namespace);
  }

  private static Map<String, String> collect() {
    Map<String, String> known = new LinkedHashMap<>(Namespaces.prefixes());
    known.put("foaf", "http://xmlns.com/foaf/0.1/");
    known.put("dc", "http://purl.org/dc/elements/1.1/");
    known.put("dct", "http://purl.org/dc/terms/");
    known.put("oa", "http://www.w3.org/ns/oa#");
    known.put("mo", "http://purl.org/ontology/mo/");
    known.put("po", "http://purl.org/ontology/po/");
    known.put("void", "http://rdfs.org/ns/void#");
    known.put("dcat", "http://www.w3.org/ns/dcat#");
    known.put("vann", "http://purl.org/vocab/vann/");
    known.put("fn", "http://www.w3.org/2005/xpath-functions#");
    known.put("math", "http://www.w3.org/2005/xpath-functions/math#");
    known.put("sdo", "https://schema.org/");
    known.put("p", "http://www.wikidata.org/prop/");
    known.put("ps", "http://www.wikidata.org/prop/statement/");
    known.put("pq", "http://www.wikidata.org/prop/qualifier/");
    known.put("wikibase", "http://wikiba.se/ontology#");
    return known;
  }
}
