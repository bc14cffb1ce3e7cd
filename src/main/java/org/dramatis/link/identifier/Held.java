package org.dramatis.link.identifier;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * An identifier that an entity has, and who says so.
 *
 * @param scheme of which scheme it is
 * @param value as it is kept
 * @param claims by which it is said, in the order of their IRIs
 */
public record Held(Scheme scheme, String value, List<Said> claims) {

  /**
   * Who says so, and how sure.
   *
   * @param claim the claim
   * @param source the source that makes it
   * @param modality how the source says it
   * @param certainty how sure the editors are that it is right, if they weighed it
   */
  public record Said(
      Node claim, Optional<Node> source, Optional<Node> modality, Optional<Node> certainty) {}
}
