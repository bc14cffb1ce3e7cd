package org.dramatis.http.admission;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whoever asks, as far as fairness goes.
 *
 * @param name the address the request came from
 */
public record Client(String name) {

  /** The client of a request. */
  public static Client of(HttpServletRequest request) {
    return new Client(request.getRemoteAddr());
  }
}
