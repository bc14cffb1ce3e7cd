package org.dramatis.http.operate;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.answer.AnswerCache;
import org.dramatis.http.exchange.RequestJournal;
import org.dramatis.http.metric.Metrics;
import org.dramatis.http.running.InFlight;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.settings.Settings;
import org.dramatis.store.Store;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;

/** What an operator sees of a server, and how it is stopped. */
public final class Operations implements AutoCloseable {

  /** What answers still on their way to a client get when the server is closed in order. */
  private static final Duration LAST_BYTES = Duration.ofSeconds(1);

  private static final long IDLE_IN_THE_END_MILLIS = 50;

  private final Lifecycle lifecycle = new Lifecycle();
  private final Metrics metrics = new Metrics();
  private final RequestJournal journal;

  private Operations(Settings settings) throws IOException {
    this.journal = RequestJournal.open(settings.logs(), metrics::count);
  }

  /** Begins to watch what is to be a server of this store. */
  public static Operations begin(Settings settings, Store store, String programVersion)
      throws IOException {
    Operations operations = new Operations(settings);
    Metrics to = operations.metrics;
    to.program(programVersion);
    to.gauge(
        "dramatis.data.version",
        "The version of the data.",
        store,
        each -> each.version().number());
    to.counter(
        "dramatis.log.lines.lost",
        "Lines of the request log that could not be written.",
        operations.journal,
        RequestJournal::lost);
    return operations;
  }

  /** Hears from now on of every request to the server. */
  public void watch(Server jetty) {
    jetty.setRequestLog(journal);
    jetty.insertHandler(new InFlight(lifecycle));
    metrics.gauge(
        "dramatis.requests.unanswered",
        "Requests that have come and are not yet answered to the last byte.",
        lifecycle,
        Lifecycle::unanswered);
    metrics.gauge("dramatis.connections", "Open connections.", jetty, Operations::openConnections);
  }

  /** Shows what the workers do and what the cache is good for. */
  public void measure(Workers workers, AnswerCache cache) {
    metrics.gauge(
        "dramatis.queries.waiting",
        "Queries and updates that wait for their turn.",
        workers,
        Workers::waiting);
    metrics.gauge(
        "dramatis.queries.running",
        "Queries and updates that are being computed.",
        workers,
        Workers::running);
    metrics.gauge(
        "dramatis.queries.sending",
        "Queries whose client is slower than they are.",
        workers,
        Workers::sending);
    metrics.counter("dramatis.cache.hits", "Answers that were at hand.", cache, AnswerCache::hits);
    metrics.counter(
        "dramatis.cache.misses", "Answers that were not at hand.", cache, AnswerCache::misses);
    metrics.gauge(
        "dramatis.cache.size.bytes", "Bytes of answers at hand.", cache, AnswerCache::used);
  }

  private static double openConnections(Server jetty) {
    int open = 0;
    for (Connector connector : jetty.getConnectors()) {
      open += connector.getConnectedEndPoints().size();
    }
    return open;
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  public Metrics metrics() {
    return metrics;
  }

  /** Lets the server's running queries finish within the bound; its last bytes still arrive. */
  public void drain(Server jetty, Duration bound, IntConsumer busy) throws InterruptedException {
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof AbstractConnector listening) {
        listening.setShutdownIdleTimeout(IDLE_IN_THE_END_MILLIS);
      }
    }
    lifecycle.drain(bound, busy);
    jetty.setStopTimeout(LAST_BYTES.toMillis());
  }

  @Override
  public void close() {
    journal.close();
    metrics.close();
  }
}
