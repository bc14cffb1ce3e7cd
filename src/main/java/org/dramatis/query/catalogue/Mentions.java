package org.dramatis.query.catalogue;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;

/** Which published queries name which terms. */
public final class Mentions {

  /** An IRI as SPARQL writes it, production 139 [IRIREF]. */
  private static final Pattern IRI = Pattern.compile("<([^<>\"{}|^`\\\\\\x00-\\x20]*)>");

  private final Map<String, Set<PublishedQuery>> byIri = new HashMap<>();

  private Mentions(List<PublishedQuery> queries) {
    for (PublishedQuery query : queries) {
      Matcher iri = IRI.matcher(unabbreviated(query.query()));
      while (iri.find()) {
        byIri.computeIfAbsent(iri.group(1), _ -> new LinkedHashSet<>()).add(query);
      }
    }
  }

  /** Looks through queries. */
  public static Mentions in(List<PublishedQuery> queries) {
    return new Mentions(queries);
  }

  /** The queries that name a term, in their order. */
  public List<PublishedQuery> of(Node term) {
    return List.copyOf(byIri.getOrDefault(term.getURI(), Set.of()));
  }

  /** Wherever a query may name something, the writer puts whole IRIs, if it has no prefixes. */
  private static String unabbreviated(Query query) {
    Query without = query.cloneQuery();
    without.setPrefixMapping(PrefixMapping.Factory.create());
    return without.serialize();
  }
}
