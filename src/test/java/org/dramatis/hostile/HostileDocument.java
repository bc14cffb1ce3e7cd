package org.dramatis.hostile;

import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;

/**
 * Bytes that claim to be RDF and have to be refused.
 *
 * @param family what the cases around it have in common
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only sent.
record HostileDocument(String family, String name, Lang lang, byte[] bytes) {

  HostileDocument(String family, String name, Lang lang, String text) {
    this(family, name, lang, text.getBytes(StandardCharsets.UTF_8));
  }

  String mediaType() {
    return lang.getHeaderString();
  }

  @Override
  public String toString() {
    return "%s: %s (%s)".formatted(family, name, lang.getLabel());
  }
}
