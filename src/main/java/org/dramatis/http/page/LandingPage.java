package org.dramatis.http.page;

import java.util.List;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Overview;

/**
 * The first page: what this is, what it holds, and every published question.
 *
 * @param overview what it holds
 * @param questions every published question
 */
public record LandingPage(Overview overview, Questions questions) implements Page {

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

  /** What there is beside pages for people, so that nobody has to guess an address. */
  private static final List<Purpose> PROGRAMS =
      List.of(
          new Purpose("Ask", link("/sparql"), link("/queries"), link("/q"), name("/mcp")),
          new Purpose(
              "Find and match",
              link("/search"),
              link("/lookup"),
              link("/reconcile"),
              link("/annotate")),
          new Purpose("Every version", link("/history"), name("/diff"), link("/releases")),
          new Purpose("At a time", link("/timemap"), name("/timegate")),
          new Purpose("All of it", name("/dump"), link("/changes")),
          new Purpose("Change it", name("/update"), name("/data"), name("/identity")),
          new Purpose(
              "About the service",
              link("/openapi.json"),
              link("/.well-known/void"),
              link("/health")));

  /** Addresses for one purpose. */
  public record Purpose(String name, List<Address> addresses) {
    private Purpose(String name, Address... addresses) {
      this(name, List.of(addresses));
    }
  }

  /**
   * An address for programs.
   *
   * @param shows whether it also shows something to somebody who just looks
   */
  public record Address(String path, boolean shows) {}

  /** The page of what is there. */
  public static LandingPage of(Overview overview, Catalogue catalogue) {
    return new LandingPage(overview, Questions.of(catalogue));
  }

  private static Address link(String path) {
    return new Address(path, true);
  }

  private static Address name(String path) {
    return new Address(path, false);
  }

  @Override
  public String title() {
    return "Dramatis";
  }

  /** A query to begin with. */
  public QueryForm form() {
    return new QueryForm(FIRST_QUERY);
  }

  /** Addresses for programs, by what they are for. */
  public List<Purpose> programs() {
    return PROGRAMS;
  }
}
