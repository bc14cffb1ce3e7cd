package org.dramatis.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads the rows of one kind, some at a time: a row is a line. Gives up its file when it has come
 * to the last.
 */
final class RowReader implements Iterator<Quad>, AutoCloseable {

  /** What rows do with their statements. */
  enum Kind {
    ADDED,
    DELETED
  }

  private static final int PIECE = 1 << 16;

  private final Path path;
  private final Kind kind;
  private final InputStream in;
  private final Rows rows = new Rows();
  private final Deque<Quad> ready = new ArrayDeque<>();
  private long left;

  /**
   * Begins to read.
   *
   * @param path how complaints call what is read
   * @param size how many rows of the kind there are
   */
  RowReader(Path path, StoredRows.Source source, Kind kind, long size) {
    this.path = path;
    this.kind = kind;
    this.left = size;
    try {
      this.in = size == 0 ? InputStream.nullInputStream() : source.open();
    } catch (IOException failed) {
      throw inaccessible(failed);
    }
  }

  /** Takes the statements of the kind. */
  private final class Rows extends RDFChangesBase {
    @Override
    public void add(Node g, Node s, Node p, Node o) {
      take(Kind.ADDED, g, s, p, o);
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
      take(Kind.DELETED, g, s, p, o);
    }

    private void take(Kind found, Node g, Node s, Node p, Node o) {
      if (found == kind) {
        ready.add(Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o));
      }
    }
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public Quad next() {
    if (left == 0) {
      throw new NoSuchElementException();
    }
    while (ready.isEmpty()) {
      readSome();
    }
    left--;
    if (left == 0) {
      close();
    }
    return ready.remove();
  }

  private void readSome() {
    byte[] piece;
    try {
      piece = wholeLines();
    } catch (IOException failed) {
      throw inaccessible(failed);
    }
    if (piece.length == 0) {
      throw inaccessible(new IOException("%d rows are missing".formatted(left)));
    }
    try {
      new RDFPatchReaderText(new ByteArrayInputStream(piece)).apply(rows);
    } catch (JenaException unreadable) {
      throw inaccessible(new IOException("its rows cannot be read", unreadable));
    }
  }

  private byte[] wholeLines() throws IOException {
    byte[] piece = in.readNBytes(PIECE);
    if (piece.length < PIECE || piece[PIECE - 1] == '\n') {
      return piece;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(PIECE + 1024);
    whole.writeBytes(piece);
    for (int next = in.read(); next >= 0; next = in.read()) {
      whole.write(next);
      if (next == '\n') {
        break;
      }
    }
    return whole.toByteArray();
  }

  private LogException inaccessible(IOException failed) {
    return new LogException(new LogFault.Inaccessible(path, Reasons.of(failed)), failed);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failed) {
      throw inaccessible(failed);
    }
  }
}
