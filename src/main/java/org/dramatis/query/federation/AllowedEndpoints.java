package org.dramatis.query.federation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The endpoints that may be asked from here; none unless they are listed. */
public final class AllowedEndpoints {

  /** No endpoint at all. */
  public static final AllowedEndpoints NONE = of(List.of());

  private final List<AllowedEndpoint> entries;

  private AllowedEndpoints(List<AllowedEndpoint> entries) {
    this.entries = entries;
  }

  /**
   * Reads the list: addresses with everything below them. An entry that begins with {@code
   * private:} and names a port may lie in this machine or in a private network; no other may.
   *
   * @throws IllegalArgumentException with words for whoever wrote the entry
   */
  public static AllowedEndpoints of(List<String> entries) {
    return new AllowedEndpoints(entries.stream().map(AllowedEndpoint::parse).toList());
  }

  /** Whether nothing may be asked. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether the endpoint may be asked, as far as its address tells. */
  public boolean contains(String address) {
    return AllowedEndpoint.target(address).flatMap(this::entry).isPresent();
  }

  /** The entry for an address; of several, one that allows more. */
  Optional<AllowedEndpoint> entry(URI uri) {
    List<AllowedEndpoint> covering = entries.stream().filter(entry -> entry.covers(uri)).toList();
    return covering.stream()
        .filter(AllowedEndpoint::mayBePrivate)
        .findFirst()
        .or(() -> covering.stream().findFirst());
  }
}
