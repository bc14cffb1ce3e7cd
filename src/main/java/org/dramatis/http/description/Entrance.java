package org.dramatis.http.description;

import java.util.List;
import java.util.Optional;

/**
 * A way into the data for programs.
 *
 * @param path where it is
 * @param title what it is, in a few words
 * @param standard the standard that it follows, if there is one
 * @param writers whether it is only there where somebody may write
 */
record Entrance(String path, String title, Optional<String> standard, boolean writers) {

  private static final String SPARQL = "https://www.w3.org/TR/sparql11-protocol/";
  private static final String TIMES = "https://www.rfc-editor.org/rfc/rfc7089";

  /** All that there are. */
  static final List<Entrance> ALL =
      List.of(
          following("/sparql", "SPARQL queries", SPARQL),
          own("/queries", "Published queries, with typed parameters"),
          own("/search", "Entities by name"),
          own("/lookup", "Entities by the identifiers of others"),
          following(
              "/reconcile",
              "Reconciliation of tables",
              "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/"),
          own("/annotate", "Entities that a text mentions"),
          following("/mcp", "Tools for language models", "https://modelcontextprotocol.io/"),
          following(
              "/changes",
              "What changed, as patches, events and an event stream of entities",
              "https://w3id.org/ldes/specification"),
          own("/dump", "Whole versions as files"),
          own("/history", "The versions, and where a statement came from"),
          own("/diff", "What differs between two versions"),
          own("/releases", "Versions that have a name"),
          following("/timegate", "An answer as it was at a time", TIMES),
          following("/timemap", "The times at which an answer changed", TIMES),
          own("/q", "Queries that were cited, and their answers"),
          writing("/update", "SPARQL updates", Optional.of(SPARQL)),
          writing(
              "/data",
              "Graphs as a whole",
              Optional.of("https://www.w3.org/TR/sparql11-http-rdf-update/")),
          writing("/identity", "Entities to be merged or retired", Optional.empty()));

  private static Entrance own(String path, String title) {
    return new Entrance(path, title, Optional.empty(), false);
  }

  private static Entrance following(String path, String title, String standard) {
    return new Entrance(path, title, Optional.of(standard), false);
  }

  private static Entrance writing(String path, String title, Optional<String> standard) {
    return new Entrance(path, title, standard, true);
  }
}
