package org.dramatis.http.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.metric.Metrics;

/** Everything that is measured, for Prometheus to collect. */
public final class MetricsEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Metrics metrics;

  public MetricsEndpoint(Metrics metrics) {
    super("GET", "HEAD");
    this.metrics = metrics;
  }

  @Override
  protected boolean answersWhileStopping() {
    return true;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    send(request, response, Metrics.MEDIA_TYPE, metrics.text());
  }
}
