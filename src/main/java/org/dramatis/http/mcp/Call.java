package org.dramatis.http.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.model.Version;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The request of HTTP that a message came with, whose client is the one for whom something is done.
 *
 * @param request the request
 * @param response its answer, of which nothing has been sent
 */
record Call(HttpServletRequest request, HttpServletResponse response) {

  private static final String KEY = Call.class.getName();

  /** What the library hands on to those who answer. */
  McpTransportContext context() {
    return McpTransportContext.create(Map.of(KEY, this));
  }

  /** The call that the library has handed on. */
  static Call of(McpTransportContext context) {
    return (Call) Objects.requireNonNull(context.get(KEY));
  }

  Exchange exchange() {
    return Exchange.of(request);
  }

  /** The version of the data that is named, or the newest. */
  Version version(Readers readers, Optional<String> named) throws RequestRefusedException {
    Map<String, List<String>> given =
        named.map(name -> Map.of(Versions.PARAMETER, List.of(name))).orElse(Map.of());
    return readers.versions().choose(Versions.of(new Parameters(given)), request).version();
  }

  /**
   * Reads a version for the client within its limits, when there is a worker for it.
   *
   * @param text what is shown of it among the requests that run
   */
  <T> T read(Readers readers, Version version, String text, Readers.Reading<T> reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    return readers.read(
        readers.askers().who(request, response),
        Lifecycle.of(request.getServletContext()).running(),
        exchange(),
        Optional.empty(),
        text,
        version,
        reading);
  }
}
