package org.dramatis.link.reconcile;

import java.util.List;
import org.apache.jena.graph.Node;
import org.dramatis.ingest.Successors;

/**
 * What a candidate should have.
 *
 * @param property of this property
 * @param values these values
 * @param quantifier how many of them
 * @param required whether it is no candidate otherwise
 */
public record Condition(
    Property property, List<Given> values, Quantifier quantifier, boolean required) {

  /** How many values are to be there. */
  public enum Quantifier {
    /** One is enough. */
    ANY,
    /** Every one. */
    ALL,
    /** Not one. */
    NONE
  }

  /** Copies the list. */
  public Condition {
    values = List.copyOf(values);
  }

  /** The same with what has taken the place of identifiers that were merged or renamed. */
  Condition following(Successors successors) {
    List<Given> last =
        values.stream()
            .map(given ->
                given instanceof Given.Entity(Node iri)
                    ? new Given.Entity(successors.last(iri))
                    : given)
            .toList();
    return new Condition(property, last, quantifier, required);
  }
}
