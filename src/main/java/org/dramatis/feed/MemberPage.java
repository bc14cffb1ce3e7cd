package org.dramatis.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.log.Entry;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Rdf11View;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;

/**
 * A page of the feed as one of a Linked Data Event Stream: what became of each entity in each of
 * its versions, in their order. Clients of event streams read RDF 1.1.
 *
 * @param feed the pages
 * @param page which
 * @param address of this page
 * @param first address of the first page
 * @param next address of the page that follows, if this one is full
 * @param scratch a folder for what does not fit into memory meanwhile
 */
public record MemberPage(
    Feed feed, Feed.Page page, String address, String first, Optional<String> next, Path scratch) {

  /** How it is written. */
  public enum Syntax {
    TURTLE,
    NTRIPLES,
    JSONLD
  }

  /** Opens versions. */
  @FunctionalInterface
  public interface Versions<E extends Exception, F extends Exception> {
    /** The data of a version, which the caller closes. */
    Snapshot open(Version version) throws E, F;
  }

  private static final Node STREAM = NodeFactory.createURI(Namespaces.BASE + "changes");
  private static final Node MODIFIED = DCTerms.modified.asNode();
  private static final Node IS_VERSION_OF = DCTerms.isVersionOf.asNode();
  private static final Node TYPE = RDF.type.asNode();
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  private static Node ldes(String name) {
    return NodeFactory.createURI("https://w3id.org/ldes#" + name);
  }

  private static Node tree(String name) {
    return NodeFactory.createURI("https://w3id.org/tree#" + name);
  }

  /** Writes it; the check is asked for every member, and may throw to end it. */
  public <E extends Exception, F extends Exception> void write(
      Versions<E, F> versions, Runnable check, Syntax syntax, OutputStream out)
      throws IOException, E, F {
    StreamRDF sink =
        switch (syntax) {
          case TURTLE -> StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
          case NTRIPLES -> StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES_UTF8);
          case JSONLD -> new JsonLdStream(out);
        };
    sink.start();
    sink.prefix("as", "https://www.w3.org/ns/activitystreams#");
    sink.prefix("dcterms", DCTerms.NS);
    sink.prefix("ldes", "https://w3id.org/ldes#");
    sink.prefix("rdf", RDF.uri);
    sink.prefix("rdfs", RDFS.uri);
    sink.prefix("tree", "https://w3id.org/tree#");
    Namespaces.prefixes().forEach(sink::prefix);
    describe(sink);
    try (Stream<Entry> entries = feed.entries(page)) {
      for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
        write(each.next(), versions, check, sink);
      }
    }
    sink.finish();
  }

  private void describe(StreamRDF sink) {
    Node node = NodeFactory.createURI(address);
    Node view = NodeFactory.createURI(first);
    Node policy = NodeFactory.createBlankNode("policy");
    Node description = NodeFactory.createBlankNode("view");
    add(sink, STREAM, TYPE, ldes("EventStream"));
    add(sink, STREAM, ldes("timestampPath"), MODIFIED);
    add(sink, STREAM, ldes("versionOfPath"), IS_VERSION_OF);
    for (EntityVersion.Kind kind : EntityVersion.Kind.values()) {
      String name = "version" + kind.title();
      add(sink, STREAM, ldes(name + "Path"), TYPE);
      add(sink, STREAM, ldes(name + "Object"), kind.term());
    }
    add(sink, STREAM, tree("view"), view);
    add(sink, view, TYPE, tree("Node"));
    add(sink, view, tree("viewDescription"), description);
    add(sink, description, TYPE, tree("ViewDescription"));
    add(sink, description, ldes("retentionPolicy"), policy);
    add(sink, policy, TYPE, ldes("RetentionPolicy"));
    String kept = "Everything is kept: no version of an entity ever leaves the stream.";
    add(sink, policy, RDFS.comment.asNode(), NodeFactory.createLiteralLang(kept, "en"));
    add(sink, node, TYPE, tree("Node"));
    if (page.isFull()) {
      add(sink, node, ldes("immutable"), TRUE);
    }
    next.ifPresent(following -> relate(node, NodeFactory.createURI(following), sink));
  }

  private void relate(Node node, Node following, StreamRDF sink) {
    Node relation = NodeFactory.createBlankNode("next");
    add(sink, node, tree("relation"), relation);
    add(sink, relation, TYPE, tree("GreaterThanOrEqualToRelation"));
    add(sink, relation, tree("path"), MODIFIED);
    add(sink, relation, tree("value"), time(lastTime()));
    add(sink, relation, tree("node"), following);
  }

  private String lastTime() {
    try (var headings = feed.headings(page)) {
      return headings.reduce((_, last) -> last).orElseThrow().time().toString();
    }
  }

  private <E extends Exception, F extends Exception> void write(
      Entry entry, Versions<E, F> versions, Runnable check, StreamRDF sink)
      throws IOException, E, F {
    Version version = entry.version();
    try (Snapshot before = versions.open(new Version(version.number() - 1));
        Snapshot after = versions.open(version);
        SortedLines changed = new SortedLines(scratch)) {
      addOwners(entry.change().deleted(), before.dataset(), check, changed);
      addOwners(entry.change().added(), after.dataset(), check, changed);
      Node time = time(entry.time().toString());
      String[] last = {""};
      changed.forEach(iri -> {
        if (!iri.equals(last[0])) {
          last[0] = iri;
          check.run();
          Node entity = NodeFactory.createURI(iri);
          write(EntityVersion.of(entity, version, before, after), time, sink);
        }
      });
    }
  }

  private static void addOwners(
      Iterable<Quad> quads, DatasetGraph dataset, Runnable check, SortedLines changed)
      throws IOException {
    for (Quad quad : quads) {
      check.run();
      for (String owner : owners(quad.getSubject(), dataset)) {
        changed.add(owner);
      }
    }
  }

  /** What is said of a blank node is said of whatever leads to it. */
  private static Set<String> owners(Node subject, DatasetGraph dataset) {
    Set<String> owners = new HashSet<>();
    Set<Node> seen = new HashSet<>(Set.of(subject));
    Deque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node.isURI()) {
        owners.add(node.getURI());
      } else {
        dataset
            .find(Node.ANY, Node.ANY, Node.ANY, node)
            .forEachRemaining(quad -> {
              if (seen.add(quad.getSubject())) {
                open.add(quad.getSubject());
              }
            });
      }
    }
    return owners;
  }

  private static void write(EntityVersion member, Node time, StreamRDF sink) {
    Node name = member.name();
    add(sink, STREAM, tree("member"), name);
    add(sink, name, TYPE, member.kind().term());
    add(sink, name, IS_VERSION_OF, member.entity());
    add(sink, name, MODIFIED, time);
    Rdf11View.of(member.renamed()).find().toList().stream()
        .sorted(Comparator.comparing(NodeFmtLib::str))
        .forEach(sink::triple);
  }

  private static Node time(String time) {
    return NodeFactory.createLiteralDT(time, XSDDatatype.XSDdateTime);
  }

  private static void add(StreamRDF sink, Node subject, Node predicate, Node object) {
    sink.triple(Triple.create(subject, predicate, object));
  }
}
