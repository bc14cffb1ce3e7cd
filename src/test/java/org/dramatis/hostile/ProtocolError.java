package org.dramatis.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes sent to the server that break a rule of HTTP or of the SPARQL protocol.
 *
 * @param family what the cases around it have in common
 * @param bytes one char a byte
 * @param right the statuses that are right; 0 stands for a connection that is closed without a word
 */
record ProtocolError(String family, String name, String bytes, List<Integer> right) {

  static ProtocolError of(String family, String name, String bytes, Integer... right) {
    return new ProtocolError(family, name, bytes, Arrays.asList(right));
  }

  byte[] toBytes() {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return family + ": " + name;
  }
}
