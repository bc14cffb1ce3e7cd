package org.dramatis.link.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** Something that follows from several statements: who tells things apart thinks in such words. */
public enum DerivedProperty implements Property {
  /** Of a season or an episode. */
  IN_SERIES(
      "in series",
      "The series of which a work is a part, directly or not.",
      Classes.WORK,
      new Derivation.InSeries()),
  /** Of a season or an episode. */
  SEASON(
      "season",
      "The number of a season, or of the one of which a work is a part.",
      Classes.WORK,
      new Derivation.SeasonNumber()),
  /** Of a work. */
  YEAR("year", "The year of a release of a work.", Classes.WORK, new Derivation.ReleaseYear()),
  /** Of a person. */
  PLAYS_CHARACTER(
      "plays character",
      "A character that somebody is credited with.",
      Classes.AGENT,
      new Derivation.Credited(Properties.AGENT, Properties.CHARACTER)),
  /** Of a character. */
  PLAYED_BY(
      "played by",
      "Who is credited with a character.",
      Classes.CHARACTER,
      new Derivation.Credited(Properties.CHARACTER, Properties.AGENT)),
  /** Of a person. */
  CREDITED_ON(
      "credited on",
      "A work on which somebody has a credit.",
      Classes.AGENT,
      new Derivation.Credited(Properties.AGENT, Properties.WORK)),
  /** Of a work. */
  CREDITS(
      "credits",
      "Who has a credit on a work.",
      Classes.WORK,
      new Derivation.Credited(Properties.WORK, Properties.AGENT));

  private final String title;
  private final String description;
  private final String domain;

  /** Records of nodes, neither of which can be altered. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Derivation derivation;

  DerivedProperty(String title, String description, Node domain, Derivation derivation) {
    this.title = title;
    this.description = description;
    this.domain = domain.getURI();
    this.derivation = derivation;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Optional<String> description() {
    return Optional.of(description);
  }

  @Override
  public boolean identifies() {
    return false;
  }

  @Override
  public boolean isOf(EntityType type, Schema schema) {
    return schema.broadened(type).contains(NodeFactory.createURI(domain));
  }

  @Override
  public List<Value> values(Graph graph, Node entity) {
    return derivation.values(graph, entity);
  }

  @Override
  public Stream<Node> holders(Graph graph, Node value) {
    return derivation.holders(graph, value);
  }
}
