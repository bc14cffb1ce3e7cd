package org.dramatis.http.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.dramatis.http.exchange.CompletedRequest;
import org.dramatis.http.exchange.Outcome;

/** The counters and histograms themselves, and what of the machine is shown beside them. */
final class Meters implements AutoCloseable {

  private static final Set<String> PLACES =
      Set.of("sparql", "update", "data", "queries", "health", "ready", "metrics", "problems");
  private static final String OTHER = "other";

  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofSeconds(60)
  };

  /** One series of the counts of requests. */
  private record Series(String place, Outcome outcome) {}

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Series, Timer> requests = new ConcurrentHashMap<>();
  private final Map<Outcome, Timer> queries = new ConcurrentHashMap<>();
  private final Counter rows = counter("dramatis.rows", "Rows and statements sent.");
  private final Counter bytes = counter("dramatis.answer.bytes", "Bytes of answers sent.");
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    for (Outcome outcome : Outcome.values()) {
      queryTimer(outcome);
    }
  }

  /** Shows a value that is asked for when it is collected. */
  <T> void gauge(String name, String help, T holder, ToDoubleFunction<T> value) {
    Gauge.builder(name, holder, value).description(help).strongReference(true).register(registry);
  }

  /** The same for one that only grows. */
  <T> void counter(String name, String help, T holder, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, holder, value).description(help).register(registry);
  }

  /** Shows which program this is. */
  void program(String version) {
    Gauge.builder("dramatis.info", () -> 1)
        .description("Always 1; the label tells the version of the program.")
        .tag("version", version)
        .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder(name).description(help).register(registry);
  }

  /** Counts a request that is over. */
  void count(CompletedRequest request) {
    Series series = new Series(place(request.path().orElse("")), request.outcome());
    requests.computeIfAbsent(series, this::requestTimer).record(request.took());
    if (request.query().isPresent()) {
      queryTimer(request.outcome()).record(request.took());
    }
    request.rows().ifPresent(sent -> rows.increment((double) sent));
    bytes.increment((double) request.bytes());
  }

  private static String place(String path) {
    int end = path.indexOf('/', 1);
    String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    return PLACES.contains(first) ? first : OTHER;
  }

  private Timer requestTimer(Series series) {
    return Timer.builder("dramatis.requests")
        .description("Requests by where they went and what became of them.")
        .tag("place", series.place())
        .tag("outcome", series.outcome().word())
        .register(registry);
  }

  private Timer queryTimer(Outcome outcome) {
    return queries.computeIfAbsent(
        outcome,
        each ->
            Timer.builder("dramatis.queries")
                .description("Queries and updates by what became of them.")
                .tag("outcome", each.word())
                .serviceLevelObjectives(STEPS)
                .register(registry));
  }

  /** The names of all that is measured. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Meter meter : registry.getMeters()) {
      names.add(meter.getId().getName());
    }
    return names;
  }

  /** All that is measured, in the text format of Prometheus. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
