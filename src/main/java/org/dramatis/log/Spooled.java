package org.dramatis.log;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.StoredStatements;

/**
 * Statements that were put down, sorted by the bytes of their rows, as long as the spool is open.
 */
public final class Spooled {

  private final Spool spool;
  private final Path path;
  private final long size;

  Spooled(Spool spool, Path path, long size) {
    this.spool = spool;
    this.path = path;
    this.size = size;
  }

  Path path() {
    return path;
  }

  /** The statements, to be gone through again and again. */
  public StoredStatements statements() {
    return StoredRows.added(
        path, () -> new BufferedInputStream(new FileInputStream(path.toFile())), size);
  }

  /** Those that pass a test. */
  public Spooled filter(Predicate<Quad> wanted) throws IOException {
    Path kept = spool.next();
    long[] count = {0};
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(kept))) {
      RDFChangesWriterText rows = RDFChangesWriterText.create(out);
      statements()
          .forEach(quad -> {
            if (wanted.test(quad)) {
              Rows.add(quad, rows);
              count[0]++;
            }
          });
      rows.finish();
    }
    return new Spooled(spool, kept, count[0]);
  }

  /** Those that are not among others. */
  public Spooled without(Spooled others) throws IOException {
    Path kept = spool.next();
    long count = 0;
    try (SortedLines mine = SortedLines.merge(List.of(path));
        SortedLines theirs = SortedLines.merge(List.of(others.path));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(kept))) {
      byte[] other = theirs.next();
      for (byte[] line = mine.next(); line.length > 0; line = mine.next()) {
        while (other.length > 0 && Arrays.compareUnsigned(other, line) < 0) {
          other = theirs.next();
        }
        if (!Arrays.equals(line, other)) {
          out.write(line);
          count++;
        }
      }
    }
    return new Spooled(spool, kept, count);
  }
}
