package org.dramatis.history;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Version;

/** Versions and releases described in RDF, with the words of PROV, Dublin Core, DCAT and PAV. */
public final class VersionGraph {

  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String SCHEMA = "https://schema.org/";
  private static final Node DATASET = NodeFactory.createURI(Namespaces.BASE);
  private static final Node PAV_VERSION = NodeFactory.createURI("http://purl.org/pav/version");

  private VersionGraph() {}

  /** The IRI of a version. */
  public static Node iri(Version version) {
    return NodeFactory.createURI(Namespaces.BASE + "history/" + version);
  }

  /** The description of some versions. */
  public static Graph of(List<VersionLine> lines) {
    Graph graph = empty();
    lines.forEach(line -> add(line, graph));
    return graph;
  }

  /** The description of versions that added or deleted some statements, and how many of these. */
  public static Graph of(Trace trace) {
    Graph graph = of(trace.steps().stream().map(Trace.Step::line).toList());
    for (Trace.Step step : trace.steps()) {
      Version version = step.line().version();
      count(version, "sought-added", "statements sought that were added", step.added(), graph);
      count(
          version, "sought-deleted", "statements sought that were deleted", step.deleted(), graph);
    }
    return graph;
  }

  /** The description of some releases. */
  public static Graph ofReleases(List<Release> releases) {
    Graph graph = empty();
    for (Release release : releases) {
      Node node = ServiceRecord.release(release.name());
      Releases.statements(release, node).forEach(graph::add);
      graph.add(node, PAV_VERSION, NodeFactory.createLiteralString(release.name()));
      graph.add(node, DCTerms.isVersionOf.asNode(), DATASET);
      graph.add(node, prov("wasDerivedFrom"), iri(release.version()));
      graph.add(
          node,
          DCAT.accessURL.asNode(),
          NodeFactory.createURI(Namespaces.BASE + "sparql?version=" + release.name()));
    }
    return graph;
  }

  /** With the prefixes that all answers have. */
  static Graph empty() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(Namespaces.prefixes());
    return graph;
  }

  private static void add(VersionLine line, Graph graph) {
    Node node = iri(line.version());
    graph.add(node, RDF.Nodes.type, prov("Entity"));
    graph.add(node, DCTerms.isVersionOf.asNode(), DATASET);
    graph.add(
        node, RDFS.Nodes.label, NodeFactory.createLiteralLang("Version " + line.version(), "en"));
    graph.add(node, ServiceRecord.VERSION_NUMBER, whole(line.version().number()));
    graph.add(
        node,
        ServiceRecord.VERSION_IDENTITY,
        NodeFactory.createLiteralString(line.id().toString()));
    graph.add(
        node,
        prov("generatedAtTime"),
        NodeFactory.createLiteralDT(line.time().toString(), XSDDatatype.XSDdateTime));
    graph.add(node, ServiceRecord.BY, NodeFactory.createLiteralString(line.author()));
    graph.add(node, DCTerms.description.asNode(), NodeFactory.createLiteralString(line.message()));
    if (line.version().number() > 1) {
      graph.add(node, prov("wasRevisionOf"), iri(new Version(line.version().number() - 1)));
    }
    line.releases()
        .forEach(name -> graph.add(node, DCTerms.hasVersion.asNode(), ServiceRecord.release(name)));
    count(line.version(), "added", "statements added", line.added(), graph);
    count(line.version(), "deleted", "statements deleted", line.deleted(), graph);
  }

  /**
   * No standard vocabulary has a property for these numbers, but this one has a way to say them.
   */
  private static void count(Version version, String part, String name, long value, Graph graph) {
    Node count = NodeFactory.createURI(iri(version).getURI() + "#" + part);
    graph.add(iri(version), schema("additionalProperty"), count);
    graph.add(count, RDF.Nodes.type, schema("PropertyValue"));
    graph.add(count, schema("name"), NodeFactory.createLiteralString(name));
    graph.add(count, schema("value"), whole(value));
  }

  private static Node whole(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }

  private static Node schema(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }
}
