package org.dramatis.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of an {@code Accept} header.
 *
 * @param type the type, or {@code *}
 * @param subtype the subtype, or {@code *}
 * @param quality how much it is wanted, from 0 (not at all) to 1
 */
record MediaRange(String type, String subtype, double quality) {

  /** The ranges of a header; what is malformed is left out, as the standard advises. */
  static List<MediaRange> parse(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String entry : header.split(",", -1)) {
      String[] parts = entry.split(";", -1);
      String[] names = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
      if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
        quality(parts).ifPresent(q -> ranges.add(new MediaRange(names[0], names[1], q)));
      }
    }
    return ranges;
  }

  private static Optional<Double> quality(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        try {
          double quality = Double.parseDouble(parameter.substring(2));
          return 0 <= quality && quality <= 1 ? Optional.of(quality) : Optional.empty();
        } catch (NumberFormatException malformed) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(1.0);
  }

  /** Whether a media type such as {@code text/csv} falls into the range. */
  boolean includes(String mediaType) {
    return type.equals("*")
        || mediaType.equals(type + "/" + subtype)
        || (subtype.equals("*") && mediaType.startsWith(type + "/"));
  }

  /** How closely it names what it includes. */
  int specificity() {
    if (type.equals("*")) {
      return 0;
    }
    return subtype.equals("*") ? 1 : 2;
  }
}
