package org.dramatis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;

/** Tests of SERVICE: what queries answer that ask other endpoints, and whether they are read. */
final class FederationTests {

  private static final Property SERVICE_DATA =
      ResourceFactory.createProperty(QueryTests.NS, "serviceData");
  private static final Property ENDPOINT =
      ResourceFactory.createProperty(QueryTests.NS, "endpoint");

  private final SuiteFiles files;
  private final Federation federation;

  FederationTests(SuiteFiles files, Federation federation) {
    this.files = files;
    this.federation = federation;
  }

  /** Whether a test is one of these. */
  static boolean include(W3cTest test) {
    return test.folder().endsWith("/service") || test.folder().endsWith("/syntax-fed");
  }

  /** The answer over the data of the test and of the endpoints is the expected one. */
  void evaluate(W3cTest test) {
    for (Statement data : test.action().asResource().listProperties(SERVICE_DATA).toList()) {
      Resource described = data.getResource();
      federation.show(
          described.getPropertyResourceValue(ENDPOINT).getURI(),
          QueryTests.dataset(files, described));
    }
    new QueryTests(files.adapted(federation::here), federation.asking()).evaluate(test);
  }

  /** The text is read as a query. Its endpoint is not on the list, which is refused or silent. */
  void accept(W3cTest test) {
    HttpResponse<String> response = new QueryTests(files, federation.asking()).syntax(test);
    boolean silent = files.text(test.action().asResource().getURI()).contains("SILENT");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(silent ? 200 : 403);
    assertThat(response.body()).contains(silent ? "bindings" : "SERVICE");
  }
}
