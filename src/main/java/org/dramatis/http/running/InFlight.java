package org.dramatis.http.running;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dramatis.http.exchange.Exchange;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Counts each request from its headers to the last byte of its answer, and sees to it that no two
 * of them have the same id: by its id a query is stopped.
 */
public final class InFlight extends Handler.Wrapper {

  private final Lifecycle lifecycle;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  /** Counts them there. */
  public InFlight(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!lifecycle.enter()) {
      Exchange.of(request).tooLate();
    }
    Exchange exchange = Exchange.of(request);
    while (!ids.add(exchange.id())) {
      exchange.renewId();
    }
    Request.addCompletionListener(
        request,
        _ -> {
          ids.remove(exchange.id());
          lifecycle.leave();
        });
    return super.handle(request, response, callback);
  }
}
