package org.dramatis.http.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.entity.Claim;
import org.dramatis.entity.Claim.Labelled;

/**
 * By what the claims of a source can be chosen.
 *
 * @param lists each of which one entry is chosen, or none
 * @param disputed how many claims others disagree with
 * @param onlyDisputed whether only those are wanted
 * @param version what keeps the reader in a version; empty in the newest
 */
public record Facets(List<Facet> lists, long disputed, boolean onlyDisputed, String version) {

  /** The parameter that asks for claims that others disagree with. */
  public static final String DISPUTED = "conflicts";

  private static final Map<String, Function<Claim, Stream<Labelled>>> PARTS =
      Map.of(
          "topic", claim -> claim.topics().stream(),
          "layer", claim -> claim.layer().stream(),
          "modality", claim -> claim.modality().stream(),
          "polarity", claim -> claim.polarity().stream());

  /** The parameters with which one of a list is chosen, in their order. */
  public static final List<String> NAMES = List.of("topic", "layer", "modality", "polarity");

  /** A list to choose from. */
  public record Facet(String name, List<Choice> choices) {}

  /** An entry of a list, and how many claims it has. */
  public record Choice(String key, String label, long claims, boolean isChosen) {}

  /**
   * What there is to choose.
   *
   * @param wanted what is chosen, by the names of the lists
   */
  public static Facets of(
      List<Claim> claims,
      Map<String, String> wanted,
      Set<Node> disputed,
      boolean onlyDisputed,
      String version) {
    return new Facets(
        NAMES.stream().map(name -> facet(name, claims, wanted.getOrDefault(name, ""))).toList(),
        claims.stream().filter(claim -> disputed.contains(claim.iri())).count(),
        onlyDisputed,
        version);
  }

  private static Facet facet(String name, List<Claim> claims, String wanted) {
    Map<String, Choice> choices = new TreeMap<>();
    claims.stream()
        .flatMap(part(name))
        .forEach(named ->
            choices.merge(
                named.key(),
                new Choice(named.key(), named.text(), 1, named.key().equals(wanted)),
                (one, _) -> new Choice(one.key(), one.label(), one.claims() + 1, one.isChosen())));
    return new Facet(name, List.copyOf(choices.values()));
  }

  private static Function<Claim, Stream<Labelled>> part(String name) {
    return PARTS.getOrDefault(name, _ -> Stream.empty());
  }

  /** Which claims are wanted. */
  public static Predicate<Claim> wanted(Map<String, String> wanted) {
    return claim ->
        wanted.entrySet().stream()
            .allMatch(each ->
                part(each.getKey())
                    .apply(claim)
                    .anyMatch(named -> named.key().equals(each.getValue())));
  }
}
