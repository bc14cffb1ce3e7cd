package org.dramatis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.http.access.BadTokensException;

/**
 * The endpoints that the tests of SERVICE ask, each a server on loopback in the place of the one
 * whose address the suite made up, and the server that asks them.
 */
final class Federation implements AutoCloseable {

  /** Each may ask those before it, as one of the tests has the first ask the second. */
  private static final List<String> PUBLISHED =
      List.of(
          "http://example.org/sparql", "http://example2.org/sparql", "http://example1.org/sparql");

  private final Map<String, SuiteServer> endpoints = new LinkedHashMap<>();
  private final SuiteServer asking;

  /** Starts all of them; their tokens are written into the folder. */
  Federation(Path folder) throws IOException, BadTokensException {
    for (String address : PUBLISHED) {
      endpoints.put(address, start(folder));
    }
    asking = start(folder);
  }

  private SuiteServer start(Path folder) throws IOException, BadTokensException {
    List<String> allowed = new ArrayList<>();
    endpoints.values().forEach(endpoint -> allowed.add("private:" + address(endpoint)));
    return new SuiteServer(
        Files.createTempDirectory(folder, "server"), "service-allow", String.join(", ", allowed));
  }

  private static String address(SuiteServer server) {
    return server.uri("/sparql").toString();
  }

  /** The server that has the query of a test. */
  SuiteServer asking() {
    return asking;
  }

  /** Lets an endpoint, named by the address in the suite, have these data. */
  void show(String published, DatasetGraph dataset) {
    SuiteServer endpoint = endpoints.get(published);
    if (endpoint == null) {
      throw new IllegalArgumentException("no server takes the place of " + published);
    }
    endpoint.show(dataset);
  }

  /** A text of the suite with the addresses that the endpoints have here. */
  String here(String text) {
    String here = text;
    for (Map.Entry<String, SuiteServer> endpoint : endpoints.entrySet()) {
      here = here.replace(endpoint.getKey(), address(endpoint.getValue()));
    }
    return here;
  }

  @Override
  public void close() {
    asking.close();
    endpoints.values().forEach(SuiteServer::close);
  }
}
