package org.dramatis.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.thrift.ThriftRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.dramatis.model.Namespaces;
import org.dramatis.store.Snapshot;

/**
 * A version as one sequence of bytes, which is always the same: statements are sorted, and blank
 * nodes have the labels that the log gave them, or numbers in the order of the statements.
 *
 * @param format how it is written
 * @param scratch a folder for what does not fit into memory meanwhile
 */
public record Dump(DumpFormat format, Path scratch) {

  private static final char BETWEEN = '\t';
  private static final int BUFFER = 1 << 16;

  /** Writes a version; the check is asked for every statement, and may throw to end it. */
  public void write(Snapshot snapshot, Runnable check, OutputStream to) throws IOException {
    OutputStream out = new BufferedOutputStream(to, BUFFER);
    try (SortedLines lines = new SortedLines(scratch)) {
      for (Iterator<Quad> quads = snapshot.statements(); quads.hasNext(); ) {
        check.run();
        lines.add(line(quads.next()));
      }
      switch (format) {
        case NQUADS, NTRIPLES -> lines.forEach(line -> write(statement(line), out));
        case TRIG -> convert(lines, StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS));
        case TURTLE ->
            convert(lines, StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
        case JSONLD -> convert(lines, new JsonLdStream(out));
        case THRIFT -> convert(lines, ThriftRDF.streamToOutputStream(out, false));
      }
    }
    out.flush();
  }

  /** A statement with that first by which it is sorted. */
  private String line(Quad quad) {
    String triple =
        NodeFmtLib.strNT(quad.getSubject())
            + ' '
            + NodeFmtLib.strNT(quad.getPredicate())
            + ' '
            + NodeFmtLib.strNT(quad.getObject());
    if (!format.hasGraphs()) {
      return BETWEEN + triple;
    }
    return (quad.isDefaultGraph() ? "" : NodeFmtLib.strNT(quad.getGraph())) + BETWEEN + triple;
  }

  /** The same as a line of N-Quads, or of N-Triples without a graph. */
  private static String statement(String line) {
    int end = line.indexOf(BETWEEN);
    String triple = line.substring(end + 1);
    return end == 0 ? triple + " .\n" : triple + ' ' + line.substring(0, end) + " .\n";
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void convert(SortedLines lines, StreamRDF sink) throws IOException {
    Path plain = Files.createTempFile(scratch, "statements", ".nq");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain), BUFFER)) {
        lines.forEach(line -> write(statement(line), out));
      }
      RDFParser.source(plain)
          .lang(Lang.NQUADS)
          .labelToNode(LabelToNode.createUseLabelEncoded())
          .parse(new Prefixed(sink));
    } finally {
      Files.delete(plain);
    }
  }

  /** Declares the usual prefixes first. */
  private static final class Prefixed extends StreamRDFWrapper {

    Prefixed(StreamRDF sink) {
      super(sink);
    }

    @Override
    public void start() {
      super.start();
      prefix("d", Namespaces.TERMS);
      prefix("owl", OWL.NS);
      prefix("rdf", RDF.uri);
      prefix("rdfs", RDFS.uri);
      prefix("xsd", XSD.NS);
    }
  }
}
