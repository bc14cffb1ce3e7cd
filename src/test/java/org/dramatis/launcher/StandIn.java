package org.dramatis.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Behaves towards the launcher as the program does, without its weight. */
public final class StandIn {

  private StandIn() {}

  /** Serves empty answers when asked to serve, else repeats its arguments. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0 || !arguments[0].equals("serve")) {
      System.out.println("started with " + String.join(" ", arguments));
      return;
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    System.out.printf("Stand-in is ready at http://localhost:%d/%n", server.getAddress().getPort());
  }
}
