package org.dramatis.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * One change as it was committed.
 *
 * @param heading its number, its time and its place in the chain
 * @param change what it does
 */
public record Entry(Heading heading, Change change) {

  /** Writes it as a log keeps it: an RDF Patch, whose header is the heading. */
  public void write(OutputStream out) throws IOException {
    out.write(HeadingText.whole(heading));
    Rows.write(change, out);
  }

  /** The number that the log gave it. */
  public Version version() {
    return heading.version();
  }

  /** When the log took it. */
  public Instant time() {
    return heading.time();
  }
}
