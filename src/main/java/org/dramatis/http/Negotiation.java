package org.dramatis.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.query.RdfVersion;

/**
 * Chooses among the forms of an answer by what the client accepts.
 *
 * @param offers the forms, the one to send when the client has no wish first
 */
record Negotiation<T>(List<Offer<T>> offers) {

  /**
   * A form of an answer.
   *
   * @param mediaType what it is sent as, without parameters
   * @param version the version of RDF that it says it is
   */
  record Offer<T>(T form, String mediaType, RdfVersion version) {

    /** A form that is not about RDF, or plain RDF 1.1. */
    Offer(T form, String mediaType) {
      this(form, mediaType, RdfVersion.RDF_1_1);
    }

    private String name() {
      return switch (version) {
        case RDF_1_1 -> mediaType;
        case RDF_1_2 -> mediaType + ";version=" + version.number();
      };
    }

    /** The closest range decides, also when it says that the type is not wanted. */
    private double quality(List<MediaRange> wanted) {
      return wanted.stream()
          .filter(range -> range.includes(mediaType, version))
          .max(
              Comparator.comparingInt(MediaRange::specificity)
                  .thenComparingDouble(MediaRange::quality))
          .map(MediaRange::quality)
          .orElse(0.0);
    }
  }

  /** The form that is wanted most, or nothing if none is acceptable. */
  Optional<T> choose(String accept) {
    if (accept.isBlank()) {
      return Optional.of(offers.getFirst().form());
    }
    List<MediaRange> wanted = MediaRange.parse(accept);
    return offers.stream()
        .filter(offer -> offer.quality(wanted) > 0)
        .reduce((best, next) -> next.quality(wanted) > best.quality(wanted) ? next : best)
        .map(Offer::form);
  }

  /** The media types that there are, for somebody who asked for others. */
  String list() {
    return offers.stream().map(Offer::name).collect(Collectors.joining(", "));
  }
}
