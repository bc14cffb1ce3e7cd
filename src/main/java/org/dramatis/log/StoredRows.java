package org.dramatis.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.StoredStatements;

/** The statements that rows in a file add or delete. */
final class StoredRows extends StoredStatements {

  /** Where the rows are read from. */
  @FunctionalInterface
  interface Source {
    /** Begins with the first row and ends behind the last. */
    InputStream open() throws IOException;
  }

  private final Path path;
  private final Source source;
  private final RowReader.Kind kind;

  private StoredRows(Path path, Source source, RowReader.Kind kind, long size) {
    super(Math.toIntExact(size));
    this.path = path;
    this.source = source;
    this.kind = kind;
  }

  /** What the rows add, which is so many statements. */
  static StoredRows added(Path path, Source source, long size) {
    return new StoredRows(path, source, RowReader.Kind.ADDED, size);
  }

  /** What the rows delete, which is so many statements. */
  static StoredRows deleted(Path path, Source source, long size) {
    return new StoredRows(path, source, RowReader.Kind.DELETED, size);
  }

  @Override
  public Iterator<Quad> iterator() {
    return reader();
  }

  private RowReader reader() {
    return new RowReader(path, source, kind, size());
  }

  @Override
  public void forEach(Consumer<? super Quad> action) {
    try (RowReader rows = reader()) {
      rows.forEachRemaining(action);
    }
  }
}
