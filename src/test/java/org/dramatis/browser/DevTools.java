package org.dramatis.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a browser that speaks the Chrome DevTools Protocol: commands with answers, and
 * events in between.
 */
final class DevTools implements AutoCloseable, WebSocket.Listener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Something that happened in a tab. */
  record Event(String session, String method, JsonObject parameters) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final StringBuilder message = new StringBuilder();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  DevTools(URI address) {
    this.socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Has somebody told of every event. */
  void listen(Consumer<Event> listener) {
    listeners.add(listener);
  }

  /** Does something in the browser, or in one tab of it, and waits until it is done. */
  JsonObject send(String session, String method, JsonObject parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(id, answer);
    JsonObject command = new JsonObject();
    command.put("id", id);
    command.put("method", method);
    command.put("params", parameters);
    if (!session.isEmpty()) {
      command.put("sessionId", session);
    }
    socket.sendText(command.toString(), true).join();
    JsonObject told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (told.hasKey("error")) {
      throw new IllegalStateException(method + ": " + told.get("error"));
    }
    return told.getObj("result");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      JsonObject whole = JSON.parse(message.toString());
      message.setLength(0);
      take(whole);
    }
    from.request(1);
    return null;
  }

  private void take(JsonObject whole) {
    if (whole.hasKey("id")) {
      CompletableFuture<JsonObject> answer =
          asked.remove(whole.get("id").getAsNumber().value().intValue());
      if (answer != null) {
        answer.complete(whole);
      }
      return;
    }
    JsonValue session = whole.get("sessionId");
    Event event =
        new Event(
            session == null ? "" : session.getAsString().value(),
            whole.getString("method"),
            whole.getObj("params"));
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public void onError(WebSocket from, Throwable failed) {
    asked.values().forEach(answer -> answer.completeExceptionally(new CompletionException(failed)));
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }
}
