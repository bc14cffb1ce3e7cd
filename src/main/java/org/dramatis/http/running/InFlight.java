package org.dramatis.http.running;

import org.dramatis.http.exchange.Exchange;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts each request from its headers to the last byte of its answer. */
public final class InFlight extends Handler.Wrapper {

  private final Lifecycle lifecycle;

  /** Counts them there. */
  public InFlight(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!lifecycle.enter()) {
      Exchange.of(request).tooLate();
    }
    Request.addCompletionListener(request, _ -> lifecycle.leave());
    return super.handle(request, response, callback);
  }
}
