package org.dramatis.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Sha256;

/** The statements of a change as the rows of an RDF Patch, from {@code TX} to {@code TC}. */
final class Rows {

  /** What the reader takes as the label of a blank node. */
  private static final Pattern LABEL = Pattern.compile("[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");

  private Rows() {}

  /**
   * Writes what a change deletes and adds, and tells the digest of the bytes.
   *
   * @throws IllegalArgumentException if a term could not be read again as it is
   */
  static Sha256 write(Change change, OutputStream out) {
    DigestOutputStream digested = new DigestOutputStream(out, Sha256.engine());
    // It owns no more than the stream, which its caller closes.
    @SuppressWarnings("resource")
    RDFChangesWriterText rows = RDFChangesWriterText.create(digested);
    rows.txnBegin();
    change
        .deleted()
        .forEach(quad -> {
          requireReadable(quad);
          rows.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        });
    change.added().forEach(quad -> add(quad, rows));
    rows.txnCommit();
    return Sha256.of(digested.getMessageDigest());
  }

  /**
   * Writes the row that adds a statement.
   *
   * @throws IllegalArgumentException if a term could not be read again as it is
   */
  static void add(Quad quad, RDFChanges rows) {
    requireReadable(quad);
    rows.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  private static void requireReadable(Quad quad) {
    requireReadable(quad.getGraph());
    requireReadable(quad.asTriple());
  }

  private static void requireReadable(Triple triple) {
    requireReadable(triple.getSubject());
    requireReadable(triple.getPredicate());
    requireReadable(triple.getObject());
  }

  private static void requireReadable(Node node) {
    if (node.isTripleTerm()) {
      requireReadable(node.getTriple());
      return;
    }
    String text =
        node.isLiteral()
            ? node.getLiteralLexicalForm()
            : node.isURI() ? node.getURI() : node.getBlankNodeLabel();
    boolean readable =
        StandardCharsets.UTF_8.newEncoder().canEncode(text)
            && (!node.isBlank() || LABEL.matcher(text).matches());
    if (!readable) {
      throw new IllegalArgumentException("a term that cannot be written down: " + node);
    }
  }

  /**
   * Reads the rows back.
   *
   * @param in ends where they end
   * @throws DamagedException if they are not those that the heading speaks of
   */
  static Change read(Heading heading, InputStream in) throws IOException, DamagedException {
    DigestInputStream digested = new DigestInputStream(in, Sha256.engine());
    Statements statements = new Statements();
    try {
      new RDFPatchReaderText(digested).apply(statements);
    } catch (JenaException unreadable) {
      digested.transferTo(OutputStream.nullOutputStream());
      requireContent(heading, digested);
      throw new DamagedException("its rows cannot be read: " + unreadable.getMessage());
    }
    requireContent(heading, digested);
    return new Change(
        heading.author(),
        heading.message(),
        statements.added,
        statements.deleted,
        heading.created(),
        heading.dropped());
  }

  /** Compares rows with their digest, without a look at what they say. */
  static void check(Heading heading, InputStream in) throws IOException, DamagedException {
    DigestInputStream digested = new DigestInputStream(in, Sha256.engine());
    digested.transferTo(OutputStream.nullOutputStream());
    requireContent(heading, digested);
  }

  private static void requireContent(Heading heading, DigestInputStream read)
      throws DamagedException {
    if (!Sha256.of(read.getMessageDigest()).equals(heading.content())) {
      throw new DamagedException(
          "its rows are not those that " + heading.content() + " stands for");
    }
  }

  private static final class Statements extends RDFChangesBase {

    private final List<Quad> added = new ArrayList<>();
    private final List<Quad> deleted = new ArrayList<>();

    @Override
    public void add(Node g, Node s, Node p, Node o) {
      added.add(quad(g, s, p, o));
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
      deleted.add(quad(g, s, p, o));
    }

    private static Quad quad(Node g, Node s, Node p, Node o) {
      return Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o);
    }
  }
}
