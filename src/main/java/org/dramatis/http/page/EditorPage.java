package org.dramatis.http.page;

import java.util.List;
import java.util.Optional;

/**
 * The page on which queries are written. Without scripts it is a form.
 *
 * @param form the query
 * @param releases the names of releases that can be asked
 */
public record EditorPage(QueryForm form, List<String> releases) implements Page {

  private static final String FIRST_QUERY =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

      SELECT ?person ?character ?work WHERE {
        ?credit d:agent/rdfs:label ?person ;
                d:character/rdfs:label ?character ;
                d:work/rdfs:label ?work .
      }
      ORDER BY ?work ?person
      """;

  /** The page with a query, or with one to begin with. */
  public static EditorPage of(Optional<String> query, List<String> releases) {
    return new EditorPage(new QueryForm(query.orElse(FIRST_QUERY)), List.copyOf(releases));
  }

  @Override
  public String title() {
    return "Query";
  }

  @Override
  public Section section() {
    return Section.QUERY;
  }

  @Override
  public Optional<String> script() {
    return Optional.of("query.js");
  }
}
