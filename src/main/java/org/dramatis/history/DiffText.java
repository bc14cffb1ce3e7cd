package org.dramatis.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Sha256;

/**
 * What makes one version into another, as a patch and as JSON, both of which keep graphs and names
 * of blank nodes, or one half of it as a graph, which does not keep them.
 */
public final class DiffText {

  private DiffText() {}

  /** Writes it as RDF Patch: what goes first, then what comes. */
  public static void patch(NetChange net, OutputStream out) {
    // It owns no more than the stream, which its caller closes.
    @SuppressWarnings("resource")
    RDFChangesWriterText rows = RDFChangesWriterText.create(out);
    rows.txnBegin();
    net.deleted()
        .forEach(quad ->
            rows.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    net.added()
        .forEach(quad ->
            rows.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    rows.txnCommit();
    rows.finish();
  }

  /** Writes it as JSON, each term as N-Triples has it. */
  public static void json(
      NetChange net, Optional<Sha256> fromId, Optional<Sha256> toId, OutputStream stream)
      throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    out.write("{\"from\":%s,\"to\":%s".formatted(net.from(), net.to()));
    if (fromId.isPresent()) {
      out.write(",\"fromId\":" + string(fromId.get().toString()));
    }
    if (toId.isPresent()) {
      out.write(",\"toId\":" + string(toId.get().toString()));
    }
    write("added", net.added().map(DiffText::json), out);
    write("deleted", net.deleted().map(DiffText::json), out);
    write("created", net.created().map(DiffText::json), out);
    write("dropped", net.dropped().map(DiffText::json), out);
    out.write("}\n");
    out.flush();
  }

  private static void write(String key, Stream<String> values, Writer out) throws IOException {
    out.write(",\n\"" + key + "\":[");
    String before = "";
    Iterator<String> all = values.iterator();
    while (all.hasNext()) {
      out.write(before + all.next());
      before = ",\n";
    }
    out.write("]");
  }

  private static String json(Quad quad) {
    String graph = quad.isDefaultGraph() ? "null" : json(quad.getGraph());
    return "{\"graph\":%s,\"subject\":%s,\"predicate\":%s,\"object\":%s}"
        .formatted(
            graph, json(quad.getSubject()), json(quad.getPredicate()), json(quad.getObject()));
  }

  private static String json(Node node) {
    return string(NodeFmtLib.strNT(node));
  }

  private static String string(String text) {
    return new JsonString(text).toString();
  }

  /** The half of it that comes, or the half that goes, without the names of graphs. */
  public static Graph graph(Stream<Quad> half) {
    Graph graph = VersionGraph.empty();
    half.forEach(quad -> graph.add(quad.asTriple()));
    return graph;
  }
}
