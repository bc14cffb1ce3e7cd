package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.entity.ReadText;
import org.dramatis.entity.SourceFacts;
import org.dramatis.query.answer.AnswerFormat;

/**
 * What is needed to draw the page of a source.
 *
 * @param facts the source
 * @param claims all that it says
 * @param wanted what the reader chose, by the names of the lists
 * @param onlyDisputed whether only claims are wanted with which others disagree
 * @param disputed all such claims
 * @param texts finds the marked text of a document, if that is at hand
 */
public record Reader(
    SourceFacts facts,
    List<Claim> claims,
    Map<String, String> wanted,
    boolean onlyDisputed,
    Set<Node> disputed,
    Texts texts,
    LocalLinks links) {

  /** The texts at hand. */
  @FunctionalInterface
  public interface Texts {
    /** The text of a document, with some claims marked in it. */
    Optional<ReadText> marked(Node document, List<Claim> claims);
  }

  /** The page. */
  public ReaderPage page() {
    Predicate<Claim> choice =
        Facets.wanted(wanted).and(claim -> !onlyDisputed || disputed.contains(claim.iri()));
    Map<Optional<Labelled>, List<Claim>> documents = new LinkedHashMap<>();
    claims.forEach(claim ->
        documents
            .computeIfAbsent(
                claim.passage().flatMap(Claim.Passage::document), _ -> new ArrayList<>())
            .add(claim));
    ClaimCard.Cards cards = cards();
    List<ReaderPage.Document> shown = new ArrayList<>();
    documents.forEach((document, all) -> {
      List<Claim> chosen = all.stream().filter(choice).toList();
      if (!chosen.isEmpty()) {
        shown.add(
            new ReaderPage.Document(title(document, chosen), body(document, all, chosen, cards)));
      }
    });
    return new ReaderPage(
        SourcesPage.Row.of(facts, links),
        Facets.of(claims, wanted, disputed, onlyDisputed, links.version()),
        (int) claims.stream().filter(choice).count(),
        data(),
        shown);
  }

  private ClaimCard.Cards cards() {
    return new ClaimCard.Cards(links, disputed);
  }

  private Shown title(Optional<Labelled> document, List<Claim> claims) {
    Optional<String> address =
        claims.stream()
            .flatMap(claim -> claim.passage().flatMap(Claim.Passage::address).stream())
            .filter(Link::isWeb)
            .filter(Link::isSafe)
            .findFirst();
    return document
        .map(known ->
            address.isPresent()
                ? new Shown(known.text(), address, Optional.empty())
                : links.show(known.node(), known.label()))
        .orElseGet(() -> Shown.plain("No document is named"));
  }

  private ReaderPage.Body body(
      Optional<Labelled> document, List<Claim> all, List<Claim> chosen, ClaimCard.Cards cards) {
    Optional<ReadText> text = document.flatMap(known -> texts.marked(known.node(), chosen));
    if (text.isPresent()) {
      return ReaderPage.words(text.get(), cards);
    }
    Predicate<Claim> isPlaced = claim -> claim.range().isPresent();
    List<Claim> placed = all.stream().filter(isPlaced).toList();
    if (placed.isEmpty()) {
      return new ReaderPage.Cited(ReaderPage.all(chosen, cards));
    }
    List<Claim> chosenPlaced = chosen.stream().filter(isPlaced).toList();
    return new ReaderPage.Places(
        PlaceMap.whole(placed, chosenPlaced, cards),
        PlaceMap.sentences(placed, chosenPlaced, cards),
        ReaderPage.all(chosen.stream().filter(isPlaced.negate()).toList(), cards));
  }

  private List<Link> data() {
    String source = facts.source().node().getURI();
    String all = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }".formatted(source);
    String address =
        "/sparql?query="
            + Link.encoded(all)
            + "&format="
            + AnswerFormat.TURTLE.key()
            + (links.version().isEmpty() ? "" : "&version=" + Link.encoded(links.version()));
    return List.of(
        new Link(address + "&version=1.2", "All of its claims as Turtle"),
        new Link(address, "the same in RDF 1.1"));
  }
}
