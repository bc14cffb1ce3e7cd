package org.dramatis.http.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dramatis.query.answer.RdfVersion;

/**
 * One entry of an {@code Accept} header. Of the parameters of a media type only the version of RDF
 * tells one form of an answer from another.
 *
 * @param type the type, or {@code *}
 * @param subtype the subtype, or {@code *}
 * @param version the value of the parameter {@code version}, if there is one
 * @param quality how much it is wanted, from 0 (not at all) to 1
 */
record MediaRange(String type, String subtype, Optional<String> version, double quality) {

  /** The ranges of a header; what is malformed is left out, as the standard advises. */
  static List<MediaRange> parse(String header) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String entry : header.split(",", -1)) {
      String[] parts = entry.split(";", -1);
      String[] names = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
      if (names.length == 2 && !names[0].isEmpty() && !names[1].isEmpty()) {
        Optional<String> version = parameter(parts, "version");
        quality(parts).ifPresent(q -> ranges.add(new MediaRange(names[0], names[1], version, q)));
      }
    }
    return ranges;
  }

  private static Optional<Double> quality(String[] parts) {
    Optional<String> value = parameter(parts, "q");
    if (value.isEmpty()) {
      return Optional.of(1.0);
    }
    try {
      return Optional.of(Double.parseDouble(value.get())).filter(q -> 0 <= q && q <= 1);
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> parameter(String[] parts, String name) {
    for (int i = 1; i < parts.length; i++) {
      String[] parameter = parts[i].split("=", 2);
      if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase(name)) {
        return Optional.of(parameter[1].strip().replaceAll("^\"(.*)\"$", "$1"));
      }
    }
    return Optional.empty();
  }

  /** Whether a media type such as {@code text/csv} in a version of RDF falls into the range. */
  boolean includes(String mediaType, Optional<RdfVersion> offered) {
    return (version.isEmpty() || version.equals(offered.map(RdfVersion::number)))
        && includes(mediaType);
  }

  /** The same without its version. */
  MediaRange inAnyVersion() {
    return new MediaRange(type, subtype, Optional.empty(), quality);
  }

  private boolean includes(String mediaType) {
    return type.equals("*")
        || mediaType.equals(type + "/" + subtype)
        || (subtype.equals("*") && mediaType.startsWith(type + "/"));
  }

  /** How closely it names what it includes. */
  int specificity() {
    if (type.equals("*")) {
      return 0;
    }
    if (subtype.equals("*")) {
      return 1;
    }
    return version.isEmpty() ? 2 : 3;
  }
}
