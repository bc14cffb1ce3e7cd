package org.dramatis.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks an address again and again, and remembers how long each answer took. */
public final class Pulse implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger failures = new AtomicInteger();
  private final Thread thread;

  private Pulse(URI address) {
    thread = Thread.ofPlatform().daemon().unstarted(() -> beat(address));
  }

  public static Pulse of(URI address) {
    Pulse pulse = new Pulse(address);
    pulse.thread.start();
    return pulse;
  }

  private void beat(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
    while (!Thread.currentThread().isInterrupted()) {
      long begin = System.nanoTime();
      try {
        if (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
          failures.incrementAndGet();
        }
        times.add(Duration.ofNanos(System.nanoTime() - begin));
        Thread.sleep(PAUSE);
      } catch (IOException unreachable) {
        failures.incrementAndGet();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** How many times there was no answer, or not the right one. */
  public int failures() {
    return failures.get();
  }

  /** The time within which so many answers of a hundred came. */
  public Duration percentile(int percent) {
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  @Override
  public void close() {
    thread.interrupt();
    client.close();
  }
}
