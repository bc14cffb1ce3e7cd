package org.dramatis.http.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * From which pages a browser may speak with the service. A name on the web can be made to lead to
 * this machine, and then the browser takes such a page for one of ours; so what counts is the name
 * of the page, and not whether it is that of the address.
 *
 * @param host what the server listens on
 */
record Origins(String host) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  void check(HttpServletRequest request) throws RequestRefusedException {
    for (String origin : Collections.list(request.getHeaders("Origin"))) {
      if (!isKnown(origin)) {
        throw new RequestRefusedException(
            HttpProblem.of(
                    ProblemType.FOREIGN_PAGE,
                    "pages from %s may not use this address".formatted(origin))
                .hinting(
                    "a program that is no page sends no Origin; /sparql is open to all pages"));
      }
    }
  }

  private boolean isKnown(String origin) {
    try {
      String name = URI.create(origin).getHost();
      return name != null
          && (THIS_MACHINE.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(host));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
