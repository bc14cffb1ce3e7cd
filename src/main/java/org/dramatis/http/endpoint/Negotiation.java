package org.dramatis.http.endpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.query.answer.RdfVersion;

/**
 * Chooses among the forms of an answer by what the client accepts.
 *
 * @param offers the forms, the one to send when the client has no wish first
 */
public record Negotiation<T>(List<Offer<T>> offers) {

  /**
   * A form of an answer.
   *
   * @param mediaType what it is sent as, without parameters
   * @param version the version of RDF that it says it is
   */
  public record Offer<T>(T form, String mediaType, Optional<RdfVersion> version) {

    /** A form that is not about RDF, or not in a version of it that was asked for. */
    public Offer(T form, String mediaType) {
      this(form, mediaType, Optional.empty());
    }

    private String name() {
      return versioned(mediaType, version);
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

  /** A media type with the version of RDF behind it, where that is not the usual one. */
  public static String versioned(String mediaType, Optional<RdfVersion> version) {
    return version
        .filter(named -> named != RdfVersion.RDF_1_1)
        .map(named -> mediaType + ";version=" + named.number())
        .orElse(mediaType);
  }

  /** The form that is wanted most, or nothing if none is acceptable. */
  public Optional<T> choose(String accept) {
    return choose(accept, Optional.empty());
  }

  /** The same when a version of RDF, in which all offers are, was asked for in another place. */
  public Optional<T> choose(String accept, Optional<RdfVersion> version) {
    if (accept.isBlank()) {
      return Optional.of(offers.getFirst().form());
    }
    List<MediaRange> wanted =
        version.isEmpty()
            ? MediaRange.parse(accept)
            : MediaRange.parse(accept).stream().map(MediaRange::inAnyVersion).toList();
    return offers.stream()
        .filter(offer -> offer.quality(wanted) > 0)
        .reduce((best, next) -> next.quality(wanted) > best.quality(wanted) ? next : best)
        .map(Offer::form);
  }

  /** The media types that there are, for somebody who asked for others. */
  public String list() {
    return offers.stream().map(Offer::name).distinct().collect(Collectors.joining(", "));
  }
}
