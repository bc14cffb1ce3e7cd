package org.dramatis.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Overview;

/**
 * The first page: what this is, what it holds, and every published question.
 *
 * @param overview what it holds
 * @param time when that came to be
 * @param excerpts some questions with the beginnings of their answers
 * @param questions every published question
 * @param root the address of the service as the reader has called it, without the last stroke
 */
public record LandingPage(
    Overview overview,
    Optional<Instant> time,
    List<Excerpt> excerpts,
    Questions questions,
    String root)
    implements Page {

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

  /** A line of a language that gets an answer. */
  public record Line(String language, String code) {}

  /** The page of what is there. */
  public static LandingPage of(
      Overview overview, Optional<Instant> time, List<Excerpt> excerpts, Catalogue catalogue) {
    return new LandingPage(overview, time, List.copyOf(excerpts), Questions.of(catalogue), "");
  }

  /** The same page as it is at an address. */
  public LandingPage at(String address) {
    return new LandingPage(overview, time, excerpts, questions, address);
  }

  /** The sources as links to what they say. */
  public List<Shown> sources() {
    return overview.sources().entrySet().stream()
        .map(source ->
            LocalLinks.NEWEST.show(
                NodeFactory.createURI(source.getKey()), Optional.of(source.getValue())))
        .toList();
  }

  /** The first of the answers in the languages that researchers use. */
  public List<Line> lines() {
    return excerpts.stream()
        .findFirst()
        .map(excerpt -> lines(root + excerpt.address()))
        .orElse(List.of());
  }

  private static List<Line> lines(String address) {
    return List.of(
        new Line("Shell", "curl -fsS '%s.csv'".formatted(address)),
        new Line(
            "Python",
            """
            import csv, urllib.request

            with urllib.request.urlopen("%s.csv") as answer:
                for row in csv.DictReader(answer.read().decode().splitlines()):
                    print(row)\
            """
                .formatted(address)),
        new Line("R", "rows <- read.csv(\"%s.csv\")\nprint(rows)".formatted(address)),
        new Line(
            "JavaScript",
            """
            const answer = await fetch("%s.json");
            const { results } = await answer.json();
            for (const row of results.bindings) console.log(row);\
            """
                .formatted(address)));
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

  /** Addresses for programs, by what they are for. */
  public List<Purpose> programs() {
    return PROGRAMS;
  }
}
