package org.dramatis.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** Which words of schema.org stand for which of ours. */
public final class SchemaWords {

  /** The namespace. */
  static final String NS = "https://schema.org/";

  /** What something is called. */
  public static final Node NAME = word("name");

  static final Node ALTERNATE_NAME = word("alternateName");
  static final Node DESCRIPTION = word("description");
  static final Node SAME_AS = word("sameAs");
  static final Node GENRE = word("genre");
  static final Node DATE_PUBLISHED = word("datePublished");
  static final Node CONTRIBUTOR = word("contributor");

  private static final Map<Node, String> TYPES =
      Map.ofEntries(
          Map.entry(Classes.FILM, "Movie"),
          Map.entry(Classes.SERIES, "TVSeries"),
          Map.entry(Classes.SEASON, "TVSeason"),
          Map.entry(Classes.EPISODE, "TVEpisode"),
          Map.entry(Classes.TRACK, "MusicRecording"),
          Map.entry(Classes.ALBUM, "MusicAlbum"),
          Map.entry(Classes.BOOK, "Book"),
          Map.entry(Classes.ARTICLE, "Article"),
          Map.entry(Classes.FRANCHISE, "CreativeWorkSeries"),
          Map.entry(Classes.PERSON, "Person"),
          Map.entry(Classes.ORGANIZATION, "Organization"),
          Map.entry(Classes.PLACE, "Place"));

  private static final Map<Node, Node> PROPERTIES =
      Map.of(
          Properties.SEASON_NUMBER,
          word("seasonNumber"),
          Properties.EPISODE_NUMBER,
          word("episodeNumber"),
          Properties.BASED_ON,
          word("isBasedOn"),
          Properties.FILMED_IN,
          word("locationCreated"),
          Properties.LOCATED_IN,
          word("containedInPlace"));

  /** The properties of credits that schema.org does not have for every creative work. */
  private static final Map<Node, Set<String>> NARROW =
      Map.of(
          word("actor"), Set.of("Movie", "TVSeries", "TVSeason", "TVEpisode"),
          word("director"), Set.of("Movie", "TVSeries", "TVSeason", "TVEpisode"),
          word("musicBy"), Set.of("Movie", "TVSeries", "TVEpisode"),
          word("productionCompany"), Set.of("Movie", "TVSeries", "TVSeason", "TVEpisode"),
          word("byArtist"), Set.of("MusicRecording", "MusicAlbum"));

  /** The properties of credits that schema.org has for one type of agents only. */
  private static final Map<Node, String> AGENTS =
      Map.of(
          word("actor"), "Person",
          word("director"), "Person",
          word("productionCompany"), "Organization");

  private SchemaWords() {}

  static Node word(String name) {
    return NodeFactory.createURI(NS + name);
  }

  /** The type for a class of ours. */
  static Optional<String> type(Node ours) {
    return Optional.ofNullable(TYPES.get(ours));
  }

  /** The property for one of ours, where it does not depend on its ends. */
  static Optional<Node> property(Node ours) {
    return Optional.ofNullable(PROPERTIES.get(ours));
  }

  /** A property of a credit, or the general one where it does not fit the types at its ends. */
  static Node credit(Node property, String work, String agent) {
    boolean ofWork = Optional.ofNullable(NARROW.get(property)).orElse(Set.of(work)).contains(work);
    boolean ofAgent = Optional.ofNullable(AGENTS.get(property)).orElse(agent).equals(agent);
    return ofWork && ofAgent ? property : CONTRIBUTOR;
  }

  /** What a part is to its whole. */
  static Node part(String type, String whole) {
    return switch (type + " " + whole) {
      case "TVSeason TVSeries", "TVEpisode TVSeries" -> word("partOfSeries");
      case "TVEpisode TVSeason" -> word("partOfSeason");
      case "MusicRecording MusicAlbum" -> word("inAlbum");
      default -> word("isPartOf");
    };
  }
}
