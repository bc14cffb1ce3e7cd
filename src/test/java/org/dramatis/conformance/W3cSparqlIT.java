package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.http.access.BadTokensException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The W3C's SPARQL suites, run against the server over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class W3cSparqlIT {

  private SuiteFiles files;
  private SuiteServer server;
  private Federation federation;
  private KnownFailures knownFailures;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, BadTokensException {
    files = SuiteFiles.find();
    knownFailures = KnownFailures.read();
    server = new SuiteServer(Files.createDirectory(folder.resolve("server")));
    federation = new Federation(folder);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
    if (federation != null) {
      federation.close();
    }
  }

  @TestFactory
  Stream<DynamicNode> everySuite() {
    return Stream.of(Suite.values())
        .map(suite -> DynamicContainer.dynamicContainer(suite.title(), tests(suite)));
  }

  private Stream<DynamicTest> tests(Suite suite) {
    return suite.tests(files).stream()
        .map(test -> DynamicTest.dynamicTest(test.title(), () -> check(test)));
  }

  @Test
  void theCountsAreThoseThatAreShown() throws IOException {
    assertThat(Path.of("docs", "conformance.md"))
        .content()
        .contains(Suite.table(files, knownFailures));
  }

  @Test
  void everyKnownFailureIsATestOfASuiteAndIsExplained() {
    List<String> all =
        Stream.of(Suite.values())
            .flatMap(suite -> suite.tests(files).stream())
            .map(W3cTest::id)
            .toList();
    assertThat(all).containsAll(knownFailures.reasons().keySet());
    assertThat(Path.of("docs", "conformance.md"))
        .content()
        .contains(knownFailures.reasons().values());
  }

  /** A test that is known to fail has to fail, so that the list of those stays true. */
  private void check(W3cTest test) {
    Optional<String> knownFailure = knownFailures.reason(test);
    try {
      run(test);
    } catch (AssertionError | RuntimeException failure) {
      if (knownFailure.isPresent()) {
        throw new TestAbortedException("known to fail: " + knownFailure.get(), failure);
      }
      throw new AssertionError(test.title() + ": " + failure.getMessage(), failure);
    }
    assertThat(knownFailure).as("%s passes and is no known failure any more", test.id()).isEmpty();
  }

  private void run(W3cTest test) {
    QueryTests queries = new QueryTests(files, server);
    UpdateTests updates = new UpdateTests(files, server);
    if (FederationTests.include(test)) {
      runFederated(test);
      return;
    }
    switch (test.type()) {
      case "QueryEvaluationTest", "CSVResultFormatTest" -> queries.evaluate(test);
      case "PositiveSyntaxTest11", "PositiveSyntaxTest" -> queries.accept(test);
      case "NegativeSyntaxTest11", "NegativeSyntaxTest" -> {
        if (isUpdate(test)) {
          updates.reject(test);
        } else {
          queries.reject(test);
        }
      }
      case "UpdateEvaluationTest" -> updates.evaluate(test);
      case "PositiveUpdateSyntaxTest11", "PositiveUpdateSyntaxTest" -> updates.accept(test);
      case "NegativeUpdateSyntaxTest11", "NegativeUpdateSyntaxTest" -> updates.reject(test);
      case "ProtocolTest", "GraphStoreProtocolTest" -> new HttpTests(files, server).run(test);
      case "ServiceDescriptionTest" -> new DescriptionTests(server).run(test);
      default -> throw new IllegalArgumentException(test.type());
    }
  }

  private void runFederated(W3cTest test) {
    FederationTests tests = new FederationTests(files, federation);
    switch (test.type()) {
      case "QueryEvaluationTest" -> tests.evaluate(test);
      case "PositiveSyntaxTest11" -> tests.accept(test);
      default -> throw new IllegalArgumentException(test.type());
    }
  }

  /** Some manifests call the syntax tests of updates as they call those of queries. */
  private static boolean isUpdate(W3cTest test) {
    return test.action().asResource().getURI().endsWith(".ru");
  }
}
