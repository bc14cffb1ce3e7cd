package org.dramatis.http.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * What a request addresses: a version, named in the path or by a parameter, and a part of it.
 *
 * @param named the version that is asked for, if one is
 * @param root the address of the service in that version
 * @param part what is behind it; empty for the service itself
 */
record Route(Optional<Protocol> named, String root, String part) {

  static final String VERSION = "version";

  static Route of(HttpServletRequest request) throws RequestRefusedException {
    StringBuffer url = request.getRequestURL();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    String root = host + ReconcileEndpoint.PATH;
    String path = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("/$", "");
    for (Protocol protocol : Protocol.values()) {
      String start = "/" + protocol.number();
      if (path.equals(start) || path.startsWith(start + "/")) {
        return new Route(Optional.of(protocol), root + start, path.substring(start.length()));
      }
    }
    Optional<Protocol> asked = asked(Parameters.of(request));
    return new Route(asked, root, path);
  }

  private static Optional<Protocol> asked(Parameters parameters) throws RequestRefusedException {
    Optional<String> version = parameters.one(VERSION);
    Optional<Protocol> protocol = version.flatMap(Protocol::of);
    if (version.isPresent() && protocol.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
                  "'%s' is no version that is spoken here; %s are"
                      .formatted(version.get(), String.join(" and ", Protocol.numbers())))
              .hinting(
                  "names are compared with the newest version of the data only; /sparql asks older"
                      + " ones"));
    }
    return protocol;
  }

  /** The version that is spoken; OpenRefine’s unless another is asked for. */
  Protocol protocol() {
    return named.orElse(part.equals(ReconcileEndpoint.MATCH) ? Protocol.V1_0 : Protocol.V0_2);
  }
}
