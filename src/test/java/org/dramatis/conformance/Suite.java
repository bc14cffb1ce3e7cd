package org.dramatis.conformance;

import java.util.List;

/** The suites that are run, each with what it is about. */
enum Suite {
  QUERY("SPARQL 1.1 Query", "sparql11/manifest-sparql11-query.ttl"),
  UPDATE("SPARQL 1.1 Update", "sparql11/manifest-sparql11-update.ttl"),
  RESULTS("SPARQL 1.1 results in JSON, CSV and TSV", "sparql11/manifest-sparql11-results.ttl"),
  FEDERATION("SPARQL 1.1 Federated Query", "sparql11/manifest-sparql11-fed.ttl"),
  PROTOCOL("SPARQL 1.1 Protocol", "sparql11/protocol/manifest.ttl"),
  GRAPH_STORE("SPARQL 1.1 Graph Store Protocol", "sparql11/graph-store-protocol/manifest.ttl"),
  DESCRIPTION("SPARQL 1.1 Service Description", "sparql11/service-description/manifest.ttl"),
  SPARQL12("SPARQL 1.2", "sparql12/manifest.ttl");

  private final String title;
  private final String manifest;

  Suite(String title, String manifest) {
    this.title = title;
    this.manifest = manifest;
  }

  String title() {
    return title;
  }

  List<W3cTest> tests(SuiteFiles files) {
    return Manifest.read(files, manifest);
  }

  /** How many tests pass in each suite, as it stands in the documentation. */
  static String table(SuiteFiles files, KnownFailures knownFailures) {
    StringBuilder table = new StringBuilder("| suite | passed | of |\n|---|--:|--:|\n");
    for (Suite suite : values()) {
      List<W3cTest> tests = suite.tests(files);
      long failing = tests.stream().filter(test -> knownFailures.reason(test).isPresent()).count();
      table.append(
          "| %s | %d | %d |%n".formatted(suite.title, tests.size() - failing, tests.size()));
    }
    return table.toString();
  }
}
