package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.Namespaces;

/**
 * A claim as pages show it.
 *
 * @param number by which it is called on the page
 * @param claim what it says, leading to what is known of it
 * @param kind how it is marked where only one thing can be
 * @param marks everything that has to be known before it is believed, in words
 * @param source who says it
 * @param where in which document or sentence
 * @param statements what it says as data
 * @param conflict where it is listed with what others say, if they say otherwise
 */
public record ClaimCard(
    String number,
    Shown claim,
    Kind kind,
    List<String> marks,
    Optional<Shown> source,
    Optional<Shown> where,
    List<List<Shown>> statements,
    Optional<Link> conflict) {

  /** What a claim is above all, the most surprising first. */
  public enum Kind {
    /** Another claim says otherwise. */
    DISPUTED("disagreed with"),
    /** The source says that it is not so. */
    DENIED("denied"),
    /** It is said with a reserve. */
    RESERVED("hedged, approximate or a bound"),
    /** It is said in the name of somebody else. */
    REPORTED("reported of somebody else’s saying"),
    /** It is a judgement. */
    OPINION("opinion"),
    /** It is so in a story. */
    STORY("in the story"),
    /** It is said of the world, and without reserve. */
    STATED("stated of the real world");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What it is called. */
    public String label() {
      return label;
    }

    /** Its name in the style sheet. */
    public String style() {
      return "k-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Shows claims.
   *
   * @param disputed those that others disagree with
   */
  record Cards(LocalLinks links, Set<Node> disputed) {

    ClaimCard of(Claim claim) {
      boolean isDisputed = disputed.contains(claim.iri());
      return new ClaimCard(
          number(claim),
          links.show(claim.iri(), Optional.of(claim.label())),
          kind(claim, isDisputed),
          marks(claim),
          claim.source().map(this::show),
          where(claim),
          claim.statements().stream()
              .map(
                  says -> List.of(show(says.subject()), show(says.property()), show(says.object())))
              .toList(),
          isDisputed
              ? Optional.of(new Link(ConflictsPage.PATH + links.query(), "disagreed with"))
              : Optional.empty());
    }

    Shown show(Labelled named) {
      return links.show(named.node(), named.label());
    }

    private static Optional<Shown> where(Claim claim) {
      if (claim.sentence().isPresent()) {
        return Optional.of(Shown.plain("sentence " + claim.sentence().getAsInt()));
      }
      return claim
          .passage()
          .flatMap(passage ->
              passage
                  .document()
                  .map(document ->
                      new Shown(
                          document.text(),
                          passage
                              .address()
                              .filter(Link::isWeb)
                              .filter(Link::isSafe)
                              .or(() ->
                                  LocalLinks.NEWEST
                                      .show(document.node(), Optional.empty())
                                      .address()),
                          Optional.empty())));
    }
  }

  /** What follows the last slash of its name: the claims of a source are numbered. */
  static String number(Claim claim) {
    String iri = claim.iri().isURI() ? claim.iri().getURI() : claim.iri().toString();
    return claim.source().flatMap(source -> number(iri, source.key())).orElse(iri);
  }

  /** The number of a claim of a source; nothing if it is not numbered among those. */
  static Optional<String> number(String claim, String source) {
    String own = Namespaces.claims(source);
    return Optional.of(claim)
        .filter(iri -> iri.startsWith(own))
        .map(iri -> iri.substring(own.length()));
  }

  /** The end of its address on a page of its source. */
  public String anchor() {
    return anchor(number);
  }

  /** The same for a number. */
  static String anchor(String number) {
    return "claim-" + Link.encoded(number).replace("%", "_").replace("+", "_");
  }

  private static Kind kind(Claim claim, boolean disputed) {
    if (disputed) {
      return Kind.DISPUTED;
    } else if (claim.isDenied()) {
      return Kind.DENIED;
    } else if (!claim.attributedTo().isEmpty()) {
      return Kind.REPORTED;
    } else if (!claim.isPlain()) {
      return Kind.RESERVED;
    } else if (claim.isOpinion()) {
      return Kind.OPINION;
    }
    return claim.isFiction() ? Kind.STORY : Kind.STATED;
  }

  private static List<String> marks(Claim claim) {
    List<String> marks = new ArrayList<>();
    if (claim.isDenied()) {
      marks.add("denied");
    }
    claim.modality().filter(_ -> !claim.isPlain()).map(Labelled::text).ifPresent(marks::add);
    claim.attributedTo().forEach(whose -> marks.add("in the name of " + whose.text()));
    if (claim.isFiction()) {
      marks.add("in the story");
    } else if (claim.isOpinion()) {
      marks.add("opinion");
    }
    return marks;
  }
}
