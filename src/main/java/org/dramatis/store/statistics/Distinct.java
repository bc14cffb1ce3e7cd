package org.dramatis.store.statistics;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.dramatis.model.Sha256;

/**
 * Tells whether something was met before, in eight bytes for each: the first of its digest. Among
 * ten million things the chance that any two are taken for one is about one in three hundred
 * thousand, and a number would then be less by one.
 */
final class Distinct {

  private static final int SMALLEST = 1 << 10;
  private static final byte SEPARATOR = ' ';

  private final MessageDigest engine = Sha256.engine();
  private long[] table = new long[SMALLEST];
  private int size;

  /** Whether these terms are met for the first time, in this order. */
  boolean isNew(Node... terms) {
    for (Node term : terms) {
      engine.update(NodeFmtLib.strNT(term).getBytes(StandardCharsets.UTF_8));
      engine.update(SEPARATOR);
    }
    long digest = ByteBuffer.wrap(engine.digest()).getLong();
    return add(digest == 0 ? 1 : digest);
  }

  private boolean add(long digest) {
    if (size * 2 >= table.length) {
      grow();
    }
    boolean added = put(table, digest);
    size += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long digest : table) {
      if (digest != 0) {
        put(larger, digest);
      }
    }
    table = larger;
  }

  private static boolean put(long[] table, long digest) {
    int place = (int) (digest & (table.length - 1));
    while (table[place] != 0) {
      if (table[place] == digest) {
        return false;
      }
      place = (place + 1) & (table.length - 1);
    }
    table[place] = digest;
    return true;
  }
}
