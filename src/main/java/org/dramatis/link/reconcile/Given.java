package org.dramatis.link.reconcile;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;

/** A value as the one who asks has it. */
public sealed interface Given {

  /** A thing that is known already. */
  record Entity(Node iri) implements Given {}

  /** Something written, which may be the name of a thing. */
  record Text(String text) implements Given {}

  /** A number. */
  record Amount(BigDecimal number) implements Given {}

  /** As it is shown. */
  default String shown() {
    return switch (this) {
      case Entity(Node iri) -> iri.getURI();
      case Text(String text) -> text;
      case Amount(BigDecimal number) -> number.toPlainString();
    };
  }
}
