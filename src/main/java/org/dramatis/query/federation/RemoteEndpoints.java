package org.dramatis.query.federation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks other endpoints: only those on the list, only at public network addresses, at the very
 * address that was checked, and again for each redirect.
 */
public final class RemoteEndpoints {

  /** How much of an answer is read. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** SPARQL results in JSON. */
  public static final String JSON = "application/sparql-results+json";

  /** SPARQL results in XML. */
  public static final String XML = "application/sparql-results+xml";

  /** The formats that are read: those that show by themselves where they end. */
  static final List<String> MEDIA_TYPES = List.of(JSON, XML);

  private static final int MOST_REDIRECTS = 3;

  /** How often a search for a name is left to see whether the query may still wait for it. */
  private static final Duration GLANCE = Duration.ofMillis(50);

  private static final int LONGEST_GET = 4_000;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> REDIRECTS_OF_POST = Set.of(307, 308);

  private final AllowedEndpoints allowed;
  private final Resolver resolver;

  /** Asks the endpoints of the list and no others. */
  public RemoteEndpoints(AllowedEndpoints allowed) {
    this(allowed, Resolver.SYSTEM);
  }

  RemoteEndpoints(AllowedEndpoints allowed, Resolver resolver) {
    this.allowed = allowed;
    this.resolver = resolver;
  }

  /** The endpoints that may be asked. */
  public AllowedEndpoints allowed() {
    return allowed;
  }

  /** The endpoint's answer to a query, complete. */
  public RemoteAnswer ask(String endpoint, String query, Patience patience)
      throws RemoteFailedException {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    boolean get = endpoint.length() + form.length() <= LONGEST_GET;
    String address = get ? endpoint + (endpoint.contains("?") ? "&" : "?") + form : endpoint;
    URI here = target(address, endpoint);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      RemoteResponse response = send(here, get ? "" : form, patience);
      if (response.status() == 200) {
        return answer(here, response);
      }
      if (!(get ? REDIRECTS : REDIRECTS_OF_POST).contains(response.status())) {
        throw failed(here, "it answered with status " + response.status());
      }
      here = redirected(here, response.header("location"));
    }
    throw failed(here, "it redirects more than %d times".formatted(MOST_REDIRECTS));
  }

  private URI target(String address, String shown) throws RemoteFailedException {
    return AllowedEndpoint.target(address)
        .filter(uri -> allowed.entry(uri).isPresent())
        .orElseThrow(() ->
            RemoteFailedException.refused(
                "<%s> is none of the endpoints that are asked from here".formatted(shown)));
  }

  private URI redirected(URI from, String location) throws RemoteFailedException {
    try {
      String to = from.resolve(location).toString();
      return target(to, to);
    } catch (IllegalArgumentException malformed) {
      throw failed(from, "it redirects to what is no address");
    }
  }

  private RemoteResponse send(URI uri, String form, Patience patience)
      throws RemoteFailedException {
    List<InetAddress> addresses = addresses(uri, patience);
    try (PinnedConnection connection = PinnedConnection.open(uri, addresses, patience)) {
      return connection.exchange(form);
    } catch (IOException broken) {
      patience.check();
      throw failed(uri, broken.getMessage() == null ? "it cannot be reached" : broken.getMessage());
    }
  }

  private static RemoteAnswer answer(URI uri, RemoteResponse response)
      throws RemoteFailedException {
    String mediaType = response.mediaType();
    if (!MEDIA_TYPES.contains(mediaType)) {
      throw failed(
          uri, "it answered with '%s' and not with results of SPARQL".formatted(mediaType));
    }
    return new RemoteAnswer(mediaType, response.body());
  }

  /** The addresses to connect to, all of which the entry for the host allows. */
  private List<InetAddress> addresses(URI uri, Patience patience) throws RemoteFailedException {
    AllowedEndpoint entry = allowed.entry(uri).orElseThrow();
    List<InetAddress> addresses = resolve(uri, patience);
    if (addresses.isEmpty()) {
      throw failed(uri, "its host is not known");
    }
    if (!entry.mayBePrivate() && !addresses.stream().allMatch(NetworkAddress::isPublic)) {
      throw RemoteFailedException.refused(
          "the host of <%s> is in no public network".formatted(withoutQuery(uri)));
    }
    return addresses;
  }

  /** The operating system's search for a name cannot be stopped, so it is left behind instead. */
  private List<InetAddress> resolve(URI uri, Patience patience) throws RemoteFailedException {
    FutureTask<List<InetAddress>> search = new FutureTask<>(() -> resolver.resolve(uri.getHost()));
    Thread searching = Thread.ofVirtual().name("resolve").start(search);
    try {
      do {
        patience.check();
      } while (!searching.join(GLANCE));
      return search.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed(uri, "it was not waited for");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownHostException) {
        throw failed(uri, "its host is not known");
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static RemoteFailedException failed(URI uri, String reason) {
    return RemoteFailedException.failed(
        "the endpoint <%s> failed: %s".formatted(withoutQuery(uri), reason));
  }

  private static String withoutQuery(URI uri) {
    String address = uri.toString();
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }
}
