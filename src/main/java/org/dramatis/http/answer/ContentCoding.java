package org.dramatis.http.answer;

import java.util.Locale;
import java.util.Optional;

/** How the bytes of an answer are coded on their way. */
public enum ContentCoding {
  /** As they are. */
  IDENTITY,
  /** Compressed. */
  GZIP;

  /** The coding that the header {@code Accept-Encoding} wants most; without one, none. */
  public static ContentCoding choose(String acceptEncoding) {
    double gzip = -1;
    double identity = -1;
    double rest = 0;
    for (String entry : acceptEncoding.split(",", -1)) {
      String[] parts = entry.split(";", 2);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      double quality = quality(parts).orElse(-1.0);
      switch (name) {
        case "gzip", "x-gzip" -> gzip = Math.max(gzip, quality);
        case "identity" -> identity = quality;
        case "*" -> rest = quality;
        default -> {}
      }
    }
    double wanted = gzip < 0 ? rest : gzip;
    return wanted > 0 && wanted >= identity ? GZIP : IDENTITY;
  }

  private static Optional<Double> quality(String[] parts) {
    if (parts.length < 2) {
      return Optional.of(1.0);
    }
    String parameter = parts[1].strip().toLowerCase(Locale.ROOT);
    if (!parameter.matches("q\\s*=\\s*[01](\\.[0-9]{0,3})?")) {
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1).strip()));
  }
}
