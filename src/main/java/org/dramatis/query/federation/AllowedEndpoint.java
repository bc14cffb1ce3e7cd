package org.dramatis.query.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One entry of the list: everything at and below an address.
 *
 * @param host in lower case, an IPv6 address in its brackets
 * @param path what the path has to be, or to begin with up to a slash
 * @param mayBePrivate whether the host may lie in this machine or a private network
 */
record AllowedEndpoint(String scheme, String host, int port, String path, boolean mayBePrivate) {

  private static final String PRIVATE = "private:";

  /** Ways to leave a folder that the owner of the list did not think of. */
  private static final Pattern DETOUR =
      Pattern.compile("(?i)(^|[/;])(\\.|%2e){1,2}([/;]|$)|%2f|%5c|\\\\|//|;");

  /** Reads an entry as it stands in the settings. */
  static AllowedEndpoint parse(String entry) {
    boolean mayBePrivate = entry.startsWith(PRIVATE);
    String address = mayBePrivate ? entry.substring(PRIVATE.length()) : entry;
    URI uri =
        target(address)
            .filter(known -> known.getRawQuery() == null)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'%s' is no address of an endpoint; write http://… or https://… without any of"
                            .formatted(entry)
                        + " ? # ; // .. in it, with private: before it for a host of a private"
                        + " network"));
    if (mayBePrivate && uri.getPort() < 0) {
      throw new IllegalArgumentException(
          "'%s' names a private host without its port".formatted(entry));
    }
    return new AllowedEndpoint(scheme(uri), host(uri), port(uri), path(uri), mayBePrivate);
  }

  /** The address as a URI, if it is one that could be asked at all. */
  static Optional<URI> target(String address) {
    try {
      URI uri = new URI(address);
      boolean plain =
          uri.getHost() != null
              && (scheme(uri).equals("http") || scheme(uri).equals("https"))
              && uri.getRawUserInfo() == null
              && uri.getRawFragment() == null
              && uri.getPort() != 0
              && uri.getPort() < 65_536
              && address.chars().allMatch(c -> c > ' ' && c < 0x7f)
              && !DETOUR.matcher(path(uri)).find();
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Whether the address lies at or below this one. */
  boolean covers(URI uri) {
    return scheme.equals(scheme(uri))
        && host.equals(host(uri))
        && port == port(uri)
        && liesBelow(path(uri));
  }

  private boolean liesBelow(String other) {
    return other.equals(path) || other.startsWith(path.endsWith("/") ? path : path + "/");
  }

  static int port(URI uri) {
    int usual = scheme(uri).equals("https") ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  private static String scheme(URI uri) {
    return Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    return Optional.ofNullable(uri.getRawPath()).filter(path -> !path.isEmpty()).orElse("/");
  }
}
