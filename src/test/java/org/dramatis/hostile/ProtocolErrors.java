package org.dramatis.hostile;

import java.util.List;
import java.util.stream.Stream;

/** All that is sent to break a rule of HTTP or of the SPARQL protocol, topic by topic. */
final class ProtocolErrors {

  private ProtocolErrors() {}

  /** Every case, in a fixed order. */
  static List<ProtocolError> all() {
    return Stream.of(
            new RequestLineErrors(),
            new TargetErrors(),
            new HeaderErrors(),
            new BodyErrors(),
            new ParameterErrors())
        .flatMap(topic -> topic.cases().stream())
        .toList();
  }
}
