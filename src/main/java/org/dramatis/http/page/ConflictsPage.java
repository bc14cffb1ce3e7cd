package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claims;
import org.dramatis.model.TermOrder;
import org.dramatis.query.conflict.Disagreement;

/**
 * Everything on which sources disagree, with each other or with themselves.
 *
 * @param subjects what they disagree about
 */
public record ConflictsPage(List<Subject> subjects) implements Page {

  /** Where it is. */
  public static final String PATH = "/conflicts";

  /** Something about which there is disagreement. */
  public record Subject(String anchor, Shown thing, List<Matter> matters) {}

  /**
   * One question.
   *
   * @param isWithin whether one source contradicts itself
   */
  public record Matter(String text, boolean isWithin, List<Side> sides) {

    /** What kind of disagreement it is, in words. */
    public String kind() {
      return isWithin ? "within one source" : "between sources";
    }
  }

  /** What one source says. */
  public record Side(Shown source, List<ClaimCard> claims) {}

  /** The page of these disagreements. */
  public static ConflictsPage of(List<Disagreement> all, Claims claims, LocalLinks links) {
    ClaimCard.Cards cards = new ClaimCard.Cards(links, Set.of());
    Map<Node, List<Disagreement>> bySubject =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Disagreement::subject,
                    () -> new TreeMap<>(TermOrder.INSTANCE),
                    Collectors.toList()));
    List<Subject> subjects = new ArrayList<>();
    bySubject.forEach((subject, about) ->
        subjects.add(
            new Subject(
                anchor(subject),
                cards.show(claims.name(subject)),
                about.stream().map(each -> matter(each, claims, cards)).toList())));
    subjects.sort(Comparator.comparing(subject -> subject.thing().text()));
    return new ConflictsPage(subjects);
  }

  private static Matter matter(Disagreement of, Claims claims, ClaimCard.Cards cards) {
    Map<String, Side> sides = new LinkedHashMap<>();
    for (Claim claim : claims.read(of.claims())) {
      ClaimCard card = cards.of(claim);
      Shown source = card.source().orElseGet(() -> Shown.plain("a source that is not named"));
      sides
          .computeIfAbsent(source.text(), _ -> new Side(source, new ArrayList<>()))
          .claims()
          .add(card);
    }
    return new Matter(of.matter(), of.isWithin(), List.copyOf(sides.values()));
  }

  /** Where it stands what is said about a subject. */
  static String address(Node subject, LocalLinks links) {
    return PATH + links.query() + "#" + anchor(subject);
  }

  /** The end of the address of a subject on this page. */
  static String anchor(Node subject) {
    return LocalLinks.NEWEST
        .address(subject.toString())
        .orElse("/" + Link.encoded(subject.toString()))
        .substring(1)
        .replaceAll("[^A-Za-z0-9-]", "-");
  }

  @Override
  public String title() {
    return "Conflicts";
  }

  @Override
  public Section section() {
    return Section.CONFLICTS;
  }

  /** How many questions there are. */
  public int count() {
    return subjects.stream().mapToInt(subject -> subject.matters().size()).sum();
  }
}
