package org.dramatis.query.catalogue;

import java.util.List;
import org.apache.jena.graph.Node;

/** Which values a parameter may have, apart from its type. */
public sealed interface Choices {

  /** Every value of its type. */
  record Free() implements Choices {}

  /** Only these. */
  record Listed(List<Node> values) implements Choices {
    /** Takes a copy. */
    public Listed {
      values = List.copyOf(values);
    }
  }

  /** Every value of its type; those with which the query finds something are offered. */
  record Offered() implements Choices {}
}
