package org.dramatis.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Terms;

/**
 * What a source says, with the words in which it is shown.
 *
 * @param iri its name
 * @param label what it says, in our words
 * @param source who says it
 * @param layer whether it is said of the world, of a story or as an opinion
 * @param modality how firmly it is said
 * @param certainty what the editors think of it
 * @param polarity whether it is affirmed or denied
 * @param topics what it is about
 * @param attributedTo in whose name it is said
 * @param holdsIn the works in whose stories it holds
 * @param storyOrder its place in the time of the story
 * @param passage where it is said
 * @param statements what it says, as data
 */
public record Claim(
    Node iri,
    String label,
    Optional<Labelled> source,
    Optional<Labelled> layer,
    Optional<Labelled> modality,
    Optional<Labelled> certainty,
    Optional<Labelled> polarity,
    List<Labelled> topics,
    List<Labelled> attributedTo,
    List<Labelled> holdsIn,
    OptionalInt storyOrder,
    Optional<Passage> passage,
    List<Statement> statements) {

  private static final String DENIED = Namespaces.VOCABULARY + "polarity/denied";
  private static final String PLAIN = Namespaces.VOCABULARY + "modality/plain";
  private static final String DISPUTED = Namespaces.VOCABULARY + "certainty/disputed";
  private static final String AFFIRMED = Namespaces.VOCABULARY + "polarity/affirmed";
  private static final String LAYER = Namespaces.VOCABULARY + "layer/";

  /**
   * A term and what it is called.
   *
   * @param label empty if nothing is said
   */
  public record Labelled(Node node, Optional<String> label) {

    /** What a link to it says. */
    public String text() {
      return label.orElseGet(() -> Terms.show(node));
    }

    /** The end of its name, by which an address can ask for it. */
    public String key() {
      String name = node.isURI() ? node.getURI() : text();
      return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
    }
  }

  /**
   * Where something is said.
   *
   * @param document in which document
   * @param address where that is on the web
   * @param sentence the number of the sentence
   * @param range the words, in code points of the text
   */
  public record Passage(
      Node iri,
      Optional<Labelled> document,
      Optional<String> address,
      OptionalInt sentence,
      Optional<Range> range) {}

  /** What is said, as a triple. */
  public record Statement(Labelled subject, Labelled property, Labelled object) {}

  /** Whether the source says that it is not so. */
  public boolean isDenied() {
    return polarity.filter(given -> given.node().hasURI(DENIED)).isPresent();
  }

  /** Whether it is said without any reserve. */
  public boolean isPlain() {
    return modality.isEmpty() || modality.get().node().hasURI(PLAIN);
  }

  /** Whether another source says otherwise. */
  public boolean isDisputed() {
    return certainty.filter(given -> given.node().hasURI(DISPUTED)).isPresent();
  }

  /** What a reader has to know of how it is said, in words; nothing if it is simply said. */
  public List<String> reserves() {
    return Stream.of(
            polarity.filter(given -> !given.node().hasURI(AFFIRMED)),
            modality.filter(_ -> !isPlain()),
            certainty)
        .flatMap(Optional::stream)
        .map(Labelled::text)
        .toList();
  }

  /** Whether it is said of a story. */
  public boolean isFiction() {
    return isIn("fiction");
  }

  /** Whether it is a judgement. */
  public boolean isOpinion() {
    return isIn("opinion");
  }

  private boolean isIn(String name) {
    return layer.filter(given -> given.node().hasURI(LAYER + name)).isPresent();
  }

  /** Where its words stand in the text, if that is known. */
  public Optional<Range> range() {
    return passage.flatMap(Passage::range);
  }

  /** The number of its sentence. */
  public OptionalInt sentence() {
    return passage.map(Passage::sentence).orElse(OptionalInt.empty());
  }
}
