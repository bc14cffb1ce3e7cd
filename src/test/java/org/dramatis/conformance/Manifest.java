package org.dramatis.conformance;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The tests that a manifest lists, with those of the manifests that it includes, in their order.
 */
final class Manifest {

  private final SuiteFiles files;
  private final List<W3cTest> tests = new ArrayList<>();

  private Manifest(SuiteFiles files) {
    this.files = files;
  }

  /** Terms of the vocabulary of manifests. */
  static final class Mf {
    private static final String NS = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    static final Property NAME = term("name");
    static final Property ACTION = term("action");
    static final Property RESULT = term("result");
    static final Property REQUIRES = term("requires");
    static final Property EXPECTED_STATUS = term("expectedStatus");
    static final Property EXPECTED_BOOLEAN = term("expectedBoolean");
    static final Property EXPECTED_FORMAT = term("expectedFormat");
    static final Property EXPECTED_LOCATION = term("expectedLocation");
    private static final Property ENTRIES = term("entries");
    private static final Property INCLUDE = term("include");

    private Mf() {}

    private static Property term(String name) {
      return ResourceFactory.createProperty(NS, name);
    }
  }

  /** The tests of a manifest, named by its path among the suites. */
  static List<W3cTest> read(SuiteFiles files, String path) {
    Manifest manifest = new Manifest(files);
    manifest.collect(SuiteFiles.iri(path));
    return List.copyOf(manifest.tests);
  }

  private void collect(String iri) {
    Graph graph = files.graph(iri);
    Model model = ModelFactory.createModelForGraph(graph);
    for (RDFNode include : items(model, Mf.INCLUDE)) {
      collect(include.asResource().getURI());
    }
    String path = SuiteFiles.path(iri);
    String folder = path.substring(0, path.lastIndexOf('/'));
    for (RDFNode entry : items(model, Mf.ENTRIES)) {
      Resource test = entry.asResource();
      String name = test.getURI().substring(test.getURI().indexOf('#') + 1);
      tests.add(new W3cTest(folder + "#" + name, test));
    }
  }

  private static List<RDFNode> items(Model model, Property property) {
    return model
        .listObjectsOfProperty(property)
        .nextOptional()
        .map(list -> list.as(RDFList.class).asJavaList())
        .orElse(List.of());
  }

  /** The type of a test. */
  static Resource type(Resource test) {
    return test.getPropertyResourceValue(RDF.type);
  }
}
