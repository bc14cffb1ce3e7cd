package org.dramatis.http.metric;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.dramatis.http.exchange.CompletedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests and queries, and shows what others measure. The names and labels are a promise to
 * whoever has built a chart or an alarm; {@code docs/operators.md} lists them. A label has a few
 * values only, none of which a client can choose.
 *
 * <p>The library takes a while to load. It does so in the background, and neither the start nor a
 * request waits for it.
 */
public final class Metrics implements AutoCloseable {

  /** The media type of what is collected. */
  public static final String MEDIA_TYPE = "text/plain;version=0.0.4";

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final CompletableFuture<Meters> meters =
      CompletableFuture.supplyAsync(Meters::new, ForkJoinPool.commonPool());

  /** Shows a value that is asked for when it is collected. */
  public <T> void gauge(String name, String help, T holder, ToDoubleFunction<T> value) {
    then(loaded -> loaded.gauge(name, help, holder, value));
  }

  /** The same for one that only grows. */
  public <T> void counter(String name, String help, T holder, ToDoubleFunction<T> value) {
    then(loaded -> loaded.counter(name, help, holder, value));
  }

  /** Shows which program this is. */
  public void program(String version) {
    then(loaded -> loaded.program(version));
  }

  /** Counts a request that is over. */
  public void count(CompletedRequest request) {
    then(loaded -> loaded.count(request));
  }

  /** The names of all that is measured. */
  public Set<String> names() {
    return meters.join().names();
  }

  /** All that is measured, in the text format of Prometheus. */
  public String text() {
    return meters.join().text();
  }

  @Override
  public void close() {
    then(Meters::close);
  }

  private void then(Consumer<Meters> action) {
    if (meters.isDone() && !meters.isCompletedExceptionally()) {
      action.accept(meters.join());
      return;
    }
    var _ =
        meters
            .thenAccept(action)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                LOG.error("Metrics are missing", failure);
              }
            });
  }
}
