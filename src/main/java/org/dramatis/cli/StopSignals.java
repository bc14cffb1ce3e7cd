package org.dramatis.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that ask the process to end. Java's own way, a shutdown hook, makes every further
 * signal wait for the hook; here the second one ends the process at once. The class {@code
 * sun.misc.Signal} is for every Java there is, but the compiler warns of its name without a way to
 * say that this is known: so it is found by name.
 */
final class StopSignals {

  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

  private static final List<String> NAMES = List.of("TERM", "INT");
  private static final int KILLED_BY = 128;

  private StopSignals() {}

  /** Has something done at the first signal instead of ending at once. */
  static void handle(Runnable atFirst) {
    AtomicBoolean asked = new AtomicBoolean();
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method number = signal.getMethod("getNumber");
      Object handling =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("handle")) {
                  return method.invoke(asked, arguments);
                }
                if (asked.getAndSet(true)) {
                  Runtime.getRuntime().halt(KILLED_BY + (int) number.invoke(arguments[0]));
                }
                atFirst.run();
                return proxy;
              });
      for (String name : NAMES) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
      }
    } catch (ReflectiveOperationException without) {
      // Java was started with -Xrs, say: signals then end the process at once.
      LOG.debug("Signals are not handled", without);
    }
  }
}
