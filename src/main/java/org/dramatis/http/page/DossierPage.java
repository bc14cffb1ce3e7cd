package org.dramatis.http.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.entity.Dossier;
import org.dramatis.http.page.picture.Radial;
import org.dramatis.link.identifier.Identified;
import org.dramatis.query.conflict.Disagreement;

/**
 * An entity for people.
 *
 * @param dossier what is told of it
 * @param disagreements in what sources do not agree about it
 * @param picture what is around it
 * @param identifiers what other catalogues call it
 * @param links where its links lead
 * @param elsewhere the same in other ways
 */
public record DossierPage(
    Dossier dossier,
    List<Disagreement> disagreements,
    Radial picture,
    IdentifierTable identifiers,
    LocalLinks links,
    Elsewhere elsewhere)
    implements Page {

  /** The part of the ontology whose statements are shown as identifiers. */
  private static final String IDENTIFIERS = "identifiers";

  /** What the parts of the ontology are called above the statements that belong to them. */
  private static final Map<String, String> HEADINGS =
      Map.of(
          "agents", "Names and descriptions",
          "claims", "What the editors say",
          "credits", "Work",
          "fiction", "In the story",
          "measurements", "Figures",
          "releases", "Releases",
          "works", "The work");

  /** One who says so, and where. */
  public record Saying(Shown who, List<Place> places) {}

  /** Where it is said, with what is added to it in words. */
  public record Place(Shown claim, List<String> qualified) {}

  /**
   * The page of an entity.
   *
   * @param disagreements in what sources do not agree about it
   * @param links where its links lead
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public static DossierPage of(
      Dossier dossier,
      List<Disagreement> disagreements,
      Identified identified,
      LocalLinks links,
      Map<String, String> profiles,
      Map<String, String> formats) {
    return new DossierPage(
        dossier,
        disagreements,
        Radial.of(dossier.neighbourhood()),
        IdentifierTable.of(identified),
        links,
        Elsewhere.of(profiles, formats));
  }

  @Override
  public String title() {
    return dossier.thing().text();
  }

  /** Where the sides of a disagreement stand side by side. */
  public Link conflict(Disagreement about) {
    return new Link(ConflictsPage.address(about.subject(), links), about.matter());
  }

  /** Whether sources disagree about a value in a line. */
  public boolean isDisputed(Dossier.Line line) {
    return line.isDisputed()
        || line.values().stream()
            .flatMap(value -> value.claims().stream())
            .anyMatch(claim ->
                disagreements.stream().anyMatch(each -> each.claims().contains(claim.iri())));
  }

  /** Where it is asked how it is connected with something else. */
  public String paths() {
    return "/paths?from=" + Link.encoded(iri());
  }

  /** Its name. */
  public String iri() {
    return dossier.thing().node().getURI();
  }

  /** A thing by its label. */
  public Shown show(Labelled named) {
    return links.show(named.node(), named.label());
  }

  /** A thing or a value. */
  public Shown show(Node node, Optional<String> label) {
    return links.show(node, label);
  }

  /** Several things. */
  public List<Shown> show(List<Labelled> named) {
    return named.stream().map(this::show).toList();
  }

  /** The credits: those for acting first. */
  public List<CreditTable> credits() {
    return CreditTable.of(dossier);
  }

  /** Its statements, but for those that are shown apart. */
  public List<Dossier.Part> parts() {
    return dossier.parts().stream().filter(part -> !part.about().equals(IDENTIFIERS)).toList();
  }

  /** What stands above a part. */
  public static String heading(Dossier.Part part) {
    return HEADINGS.getOrDefault(part.about(), "Also");
  }

  /**
   * Who says so, and where each of them does; what is said twice in a sentence stands there once.
   */
  public List<Saying> sayings(List<Claim> claims) {
    Map<Optional<Labelled>, Map<String, Place>> sources = new LinkedHashMap<>();
    for (Claim claim : claims) {
      List<String> qualified = claim.reserves();
      String where =
          claim.sentence().isPresent()
              ? "sentence %d".formatted(claim.sentence().getAsInt())
              : "claim";
      sources
          .computeIfAbsent(claim.source(), _ -> new LinkedHashMap<>())
          .putIfAbsent(
              where + qualified, new Place(show(claim.iri(), Optional.of(where)), qualified));
    }
    return sources.entrySet().stream()
        .map(source ->
            new Saying(
                source.getKey().map(this::show).orElse(Shown.plain("somebody")),
                List.copyOf(source.getValue().values())))
        .toList();
  }

  /** The claims that say that something is not so. */
  public List<Claim> denied() {
    return notAsserted(true);
  }

  /** The claims that say something with reservations. */
  public List<Claim> hedged() {
    return notAsserted(false);
  }

  private List<Claim> notAsserted(boolean denied) {
    return dossier.notAsserted().orElse(List.of()).stream()
        .filter(claim -> claim.isDenied() == denied)
        .toList();
  }

  /** What asks for its statements. */
  public Link query() {
    return Link.query(
        "SELECT ?property ?value WHERE { <%s> ?property ?value }".formatted(iri()),
        "open as query");
  }

  /** What asks for all claims about it. */
  public Link claims() {
    return ClaimsAbout.link(iri());
  }

  /** What asks for everything that leads to it. */
  public Link pointing() {
    return Link.query(
        "SELECT ?subject ?property WHERE { ?subject ?property <%s> }".formatted(iri()),
        "ask for everything that leads here");
  }

  /** What became of it. */
  public Link history() {
    return new Link("/history?about=" + Link.encoded(iri()), "history");
  }

  /** Whether more leads to it than is shown. */
  public boolean isCut() {
    return dossier.pointing().stream().anyMatch(Dossier.Incoming::cut);
  }
}
