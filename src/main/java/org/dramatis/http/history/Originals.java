package org.dramatis.http.history;

import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** Reads the address of an original behind that of a TimeGate or a TimeMap. */
final class Originals {

  private Originals() {}

  /** The original; without a path it is the data as a whole, which is described at the root. */
  static TimedAddress find(String path, String query) throws RequestRefusedException {
    // A second slash or a backslash would lead to another server.
    if (path.startsWith("//") || path.contains("\\") || path.contains("/..")) {
      throw new RequestRefusedException(
          HttpProblem.notFound("only addresses of this server have versions here"));
    }
    return TimedAddress.of(path.isEmpty() ? "/" : path, query);
  }
}
