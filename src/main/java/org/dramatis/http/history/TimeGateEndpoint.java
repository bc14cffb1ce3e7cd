package org.dramatis.http.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Memento;
import org.dramatis.http.endpoint.TimedAddress;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.refusal.ProblemAnswer;

/**
 * Leads from an address and a time to the address of the version of that time, as a TimeGate of RFC
 * 7089 does. Without a time it leads to the newest version.
 */
public final class TimeGateEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final transient DataVersions versions;

  private final transient Originals originals;

  public TimeGateEndpoint(DataVersions versions, Originals originals) {
    super("GET", "HEAD");
    this.versions = versions;
    this.originals = originals;
  }

  @Override
  protected boolean passesParametersOn() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    TimedAddress address =
        originals.find(
            request.getRequestURI().substring(TimedAddress.TIME_GATE.length()),
            Optional.ofNullable(request.getQueryString()).orElse(""));
    AskedVersion asked = versions.choose(new Versions(Optional.empty(), Optional.empty()), request);
    response.setHeader("Vary", ProblemAnswer.VARY + ", " + Memento.ACCEPT_DATETIME);
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Link", Memento.places(address));
    response.setHeader("Location", address.memento(asked.version()));
    response.setStatus(HttpServletResponse.SC_FOUND);
  }
}
