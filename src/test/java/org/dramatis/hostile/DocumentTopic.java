package org.dramatis.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.riot.Lang;

/**
 * Hostile documents of one topic. In each syntax there is one harmless document with a hole, {@code
 * ~}, in its literal; most cases are something put into the hole.
 */
abstract class DocumentTopic {

  static final String RDFXML_HEAD =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='ex:x:'>";

  static final Map<Lang, String> HARMLESS = new LinkedHashMap<>();

  static {
    HARMLESS.put(Lang.TURTLE, "<ex:s> <ex:p> \"a~b\"@en .\n");
    HARMLESS.put(Lang.TRIG, "<ex:g> { <ex:s> <ex:p> \"a~b\"@en }\n");
    HARMLESS.put(Lang.NTRIPLES, "<ex:s> <ex:p> \"a~b\"@en .\n");
    HARMLESS.put(Lang.NQUADS, "<ex:s> <ex:p> \"a~b\"@en <ex:g> .\n");
    HARMLESS.put(
        Lang.RDFXML,
        RDFXML_HEAD
            + "<rdf:Description rdf:about='ex:s'><x:p>a~b</x:p></rdf:Description></rdf:RDF>");
    HARMLESS.put(Lang.JSONLD, "{\"@id\": \"ex:s\", \"ex:p\": \"a~b\"}");
  }

  private final List<HostileDocument> cases = new ArrayList<>();

  /** Adds the cases, family by family. */
  abstract void collect();

  /** Every case, in a fixed order. */
  final List<HostileDocument> cases() {
    collect();
    return List.copyOf(cases);
  }

  /** The harmless document with its hole. */
  static String holed(Lang lang) {
    return Objects.requireNonNull(HARMLESS.get(lang));
  }

  final void add(String family, String name, Lang lang, String text) {
    cases.add(new HostileDocument(family, name, lang, text));
  }

  final void add(String family, String name, Lang lang, byte[] bytes) {
    cases.add(new HostileDocument(family, name, lang, bytes));
  }

  final void inEach(String family, String name, byte[] hole) {
    HARMLESS.forEach((lang, text) -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int at = text.indexOf('~');
      bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(hole);
      bytes.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
      add(family, name, lang, bytes.toByteArray());
    });
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
