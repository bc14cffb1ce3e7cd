package org.dramatis.store.backup;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Sha256;

/**
 * What is the same for two sets of statements that are the same, in whatever order they come, and
 * otherwise is different: how many there are, and the sum of their digests. It takes no memory, and
 * a statement that goes is subtracted. It finds faults of disks and programs; somebody who can
 * alter a database could make others that have the same sum.
 */
final class StatementSum {

  private static final int LONGS = 4;

  private final MessageDigest engine = Sha256.engine();
  private final long[] sum = new long[LONGS];
  private long count;

  /** What was reached at a moment. */
  record Value(long count, Sha256 sum) {}

  void add(Quad quad) {
    LongBuffer digest = digest(quad);
    for (int i = 0; i < LONGS; i++) {
      sum[i] += digest.get(i);
    }
    count++;
  }

  void subtract(Quad quad) {
    LongBuffer digest = digest(quad);
    for (int i = 0; i < LONGS; i++) {
      sum[i] -= digest.get(i);
    }
    count--;
  }

  private LongBuffer digest(Quad quad) {
    String text =
        quad.isDefaultGraph()
            ? NodeFmtLib.strNodesNT(quad.getSubject(), quad.getPredicate(), quad.getObject())
            : NodeFmtLib.strNodesNT(
                quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph());
    return ByteBuffer.wrap(engine.digest(text.getBytes(StandardCharsets.UTF_8))).asLongBuffer();
  }

  Value value() {
    ByteBuffer bytes = ByteBuffer.allocate(LONGS * Long.BYTES);
    Arrays.stream(sum).forEach(bytes::putLong);
    return new Value(count, Sha256.of(bytes.array()));
  }
}
