package org.dramatis.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** A tab of a browser, which notes what goes wrong in it and what it asks for. */
final class Tab implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  /** What the protocol calls the control key when it is held. */
  private static final int CONTROL = 2;

  private static final Map<String, Integer> KEYS =
      Map.of(
          "Backspace",
          8,
          "Tab",
          9,
          "Enter",
          13,
          "Escape",
          27,
          "End",
          35,
          "ArrowLeft",
          37,
          "ArrowUp",
          38,
          "ArrowRight",
          39,
          "ArrowDown",
          40,
          "a",
          65);

  private final DevTools tools;
  private final String session;
  private final String target;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<URI> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> loaded = new LinkedBlockingQueue<>();
  private volatile URI address = URI.create("about:blank");

  Tab(DevTools tools, String session, String target) {
    this.tools = tools;
    this.session = session;
    this.target = target;
    tools.listen(this::note);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      send(domain + ".enable", Map.of());
    }
    send("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
  }

  private void note(DevTools.Event event) {
    if (!event.session().equals(session)) {
      return;
    }
    JsonObject told = event.parameters();
    switch (event.method()) {
      case "Page.lifecycleEvent" -> {
        if (told.getString("name").equals("load")) {
          loaded.add(told.getString("loaderId"));
        }
      }
      case "Runtime.exceptionThrown" -> complaints.add(told.toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(told.getString("type"))) {
          complaints.add(told.get("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        JsonObject entry = told.getObj("entry");
        boolean ofPage = entry.hasKey("url") && entry.getString("url").equals(address.toString());
        // That there is nothing at an address is no fault of the page that says so.
        if (!(entry.getString("source").equals("network") && ofPage)) {
          complaints.add(entry.getString("text"));
        }
      }
      case "Network.requestWillBeSent" -> {
        String url = told.getObj("request").getString("url");
        // Nobody is asked for what the address itself holds.
        if (!url.startsWith("data:")) {
          requests.add(URI.create(url));
        }
      }
      default -> {}
    }
  }

  private JsonObject send(String method, Map<String, ?> parameters) {
    JsonObject told = new JsonObject();
    parameters.forEach((name, value) -> told.put(name, json(value)));
    return tools.send(session, method, told);
  }

  private static JsonValue json(Object value) {
    return switch (value) {
      case JsonValue already -> already;
      case Boolean truth -> new JsonBoolean(truth);
      case Integer number -> JsonNumber.value(number);
      default -> new JsonString(value.toString());
    };
  }

  /** Goes to an address and waits until all of it is there. */
  void go(URI there) {
    address = there;
    complaints.clear();
    requests.clear();
    JsonObject told = send("Page.navigate", Map.of("url", there.toString()));
    if (told.hasKey("errorText")) {
      throw new IllegalStateException(there + ": " + told.getString("errorText"));
    }
    try {
      // The page before may have been on its way still, and be told of first.
      String loader = told.getString("loaderId");
      while (true) {
        String ready = loaded.poll(30, TimeUnit.SECONDS);
        if (ready == null) {
          throw new IllegalStateException(there + " did not load");
        }
        if (ready.equals(loader)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What went wrong since the page was opened, in the words of the browser. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** What was asked for since the page was opened. */
  List<URI> requests() {
    return List.copyOf(requests);
  }

  /** Makes the window so large. */
  void resize(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows pages as on a screen or on paper, in light or in dark. */
  void show(String medium, String scheme) {
    JsonObject feature = new JsonObject();
    feature.put("name", "prefers-color-scheme");
    feature.put("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    send("Emulation.setEmulatedMedia", Map.of("media", medium, "features", features));
  }

  /** Whether scripts of pages are run. */
  void runScripts(boolean run) {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Presses a key and lets it go. */
  void press(String key) {
    press(key, 0);
  }

  /** Presses a key and lets it go while the control key is held. */
  void pressWithControl(String key) {
    press(key, CONTROL);
  }

  private void press(String key, int modifiers) {
    for (String type : List.of("keyDown", "keyUp")) {
      boolean writes = type.equals("keyDown") && key.equals("Enter") && modifiers == 0;
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key,
              "windowsVirtualKeyCode",
              KEYS.getOrDefault(key, 0),
              "text",
              writes ? "\r" : "",
              "modifiers",
              modifiers));
    }
  }

  /** Types a text into what has the focus. */
  void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** Clicks into the middle of the first element that a selector finds. */
  void click(String selector) {
    JsonArray middle =
        evaluate(
                """
                (found => {
                  found.scrollIntoView({block: "center", behavior: "instant"});
                  const box = found.getBoundingClientRect();
                  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
                })(document.querySelector(%s))
                """
                    .formatted(new JsonString(selector)))
            .getAsArray();
    for (String type : List.of("mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              middle.get(0),
              "y",
              middle.get(1),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Waits until an expression is true, however often the page changes meanwhile. */
  void until(String expression) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isTrue(expression)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it never came to be that " + expression);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private boolean isTrue(String expression) {
    try {
      return evaluate("!!(" + expression + ")").getAsBoolean().value();
    } catch (IllegalStateException _) {
      // Between two pages there is nothing that could be asked.
      return false;
    }
  }

  /** The value of an expression, as JSON; a promise is waited for. */
  JsonValue evaluate(String expression) {
    JsonObject told =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression",
                "(async () => JSON.stringify({value: await (" + expression + ")}))()",
                "awaitPromise",
                true,
                "returnByValue",
                true));
    if (told.hasKey("exceptionDetails")) {
      throw new IllegalStateException(told.get("exceptionDetails").toString());
    }
    return JSON.parse(told.getObj("result").getString("value")).get("value");
  }

  /** The value of an expression that is a text. */
  String text(String expression) {
    return evaluate(expression).getAsString().value();
  }

  /** The value of an expression that is a number. */
  int number(String expression) {
    return evaluate(expression).getAsNumber().value().intValue();
  }

  /** Runs a script for what it leaves behind. */
  void run(String script) {
    send("Runtime.evaluate", Map.of("expression", script, "silent", true));
  }

  /** A picture of what is seen. */
  void picture(Path file) throws IOException {
    String data = send("Page.captureScreenshot", Map.of("format", "png")).getString("data");
    Files.write(file, Base64.getDecoder().decode(data));
  }

  @Override
  public void close() {
    JsonObject told = new JsonObject();
    told.put("targetId", target);
    tools.send("", "Target.closeTarget", told);
  }
}
