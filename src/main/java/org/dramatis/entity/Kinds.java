package org.dramatis.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.model.Namespaces;

/** The kinds of entities, by the word that their IRIs have for them. */
public final class Kinds {

  /** A step between two things rather than a thing. */
  static final String CREDIT = "credit";

  /** As a reader asks: who, as whom, in what, with which song. */
  private static final List<String> USUAL =
      List.of(
          "person",
          "character",
          "group",
          "organization",
          "franchise",
          "series",
          "season",
          "episode",
          "film",
          "book",
          "album",
          "track",
          "event",
          "object",
          "place",
          "release",
          "measurement");

  /** Kinds in that order, and then all others. */
  static final Comparator<String> ORDER =
      Comparator.<String>comparingInt(
              kind -> USUAL.contains(kind) ? USUAL.indexOf(kind) : USUAL.size())
          .thenComparing(Comparator.naturalOrder());

  private static final String ENTITIES = "/id/";

  private Kinds() {}

  /** The kind of an entity. */
  static String of(Node entity) {
    return find(entity).orElseThrow();
  }

  /** The kind of what may be an entity. */
  static Optional<String> find(Node node) {
    return Optional.of(node)
        .filter(Node::isURI)
        .flatMap(named -> Namespaces.path(named.getURI()))
        .filter(path -> path.startsWith(ENTITIES))
        .map(path -> path.substring(ENTITIES.length()).split("/", 2)[0]);
  }

  /** Whether it is an entity that is a thing of its own. */
  static boolean isThing(Node node) {
    return find(node).filter(kind -> !kind.equals(CREDIT)).isPresent();
  }

  /** Whether it is a step between two things. */
  public static boolean isCredit(Node node) {
    return find(node).filter(CREDIT::equals).isPresent();
  }
}
