package org.dramatis.link.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.ingest.Successors;

/**
 * What is looked for.
 *
 * @param names what it is called: any of these
 * @param ids the IRIs that it may have
 * @param types what it is
 * @param conditions what it should have
 * @param limit how many candidates are wanted at most
 * @param language in which candidates are described, if there is a choice
 */
public record ReconciliationQuery(
    List<String> names,
    Set<Node> ids,
    Types types,
    List<Condition> conditions,
    int limit,
    Optional<String> language) {

  /** Copies lists and sets. */
  public ReconciliationQuery {
    names = List.copyOf(names);
    ids = Set.copyOf(ids);
    conditions = List.copyOf(conditions);
  }

  /** The same with what has taken the place of identifiers that were merged or renamed. */
  public ReconciliationQuery following(Successors successors) {
    return new ReconciliationQuery(
        names.stream().map(name -> following(name, successors)).toList(),
        ids.stream().map(successors::last).collect(Collectors.toSet()),
        types,
        conditions.stream().map(condition -> condition.following(successors)).toList(),
        limit,
        language);
  }

  /** A name may be an identifier. */
  private static String following(String name, Successors successors) {
    String text = name.strip();
    return text.contains(":") ? successors.last(NodeFactory.createURI(text)).getURI() : name;
  }

  /** The classes that are asked for. */
  public sealed interface Types {

    /** It may be anything. */
    record Any() implements Types {}

    /**
     * It is one of these.
     *
     * @param classes with all that are part of them
     */
    record OneOf(Set<Node> classes) implements Types {}

    /**
     * It is each of these.
     *
     * @param classes each with all that are part of it
     */
    record AllOf(List<Set<Node>> classes) implements Types {}

    /**
     * It had better be one of these.
     *
     * @param classes with all that are part of them
     */
    record Better(Set<Node> classes) implements Types {}

    /** Whether something with these classes may be a candidate. */
    default boolean allow(Set<Node> types) {
      return switch (this) {
        case Any _, Better _ -> true;
        case OneOf(Set<Node> classes) -> types.stream().anyMatch(classes::contains);
        case AllOf(List<Set<Node>> all) ->
            all.stream().allMatch(classes -> types.stream().anyMatch(classes::contains));
      };
    }

    /** The classes of which one is enough to be looked at; none if all are. */
    default Set<Node> sought() {
      return switch (this) {
        case Any _, Better _ -> Set.of();
        case OneOf(Set<Node> classes) -> classes;
        case AllOf(List<Set<Node>> all) -> all.isEmpty() ? Set.of() : all.getFirst();
      };
    }
  }
}
