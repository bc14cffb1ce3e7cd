package org.dramatis.link.match;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.link.identifier.Scheme;

/** What of a reading is an identifier that can be compared. */
final class Identifiers {

  private Identifiers() {}

  static List<Entity.Identifier> of(List<Scheme.Reading> readings) {
    return readings.stream().flatMap(Identifiers::of).distinct().toList();
  }

  // One key may be that of several schemes, such as that of people and that of titles.
  private static Stream<Entity.Identifier> of(Scheme.Reading reading) {
    return switch (reading) {
      case Scheme.Reading.Identifier(Scheme scheme, String value) ->
          Stream.of(new Entity.Identifier(scheme.property().getLocalName(), value));
      case Scheme.Reading.WrongCheckDigit _, Scheme.Reading.OtherForm _ -> Stream.empty();
    };
  }
}
