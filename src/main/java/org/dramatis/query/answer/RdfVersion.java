package org.dramatis.query.answer;

import java.util.Arrays;
import java.util.Optional;

/** The versions of RDF in which a graph can be written. */
public enum RdfVersion {
  /** What every tool reads: triple terms and base directions are described, as the view does. */
  RDF_1_1("1.1"),
  /** The graph as it is, with triple terms. */
  RDF_1_2("1.2");

  private final String number;

  RdfVersion(String number) {
    this.number = number;
  }

  /** The number, as the parameter {@code version} of a media type has it. */
  public String number() {
    return number;
  }

  /** The version of this number. */
  public static Optional<RdfVersion> numbered(String number) {
    return Arrays.stream(values()).filter(version -> version.number.equals(number)).findFirst();
  }
}
