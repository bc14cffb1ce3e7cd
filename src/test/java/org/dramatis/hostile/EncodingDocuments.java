package org.dramatis.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;

/** Bytes that are no text, and characters that must not be in one. */
final class EncodingDocuments extends DocumentTopic {

  @Override
  void collect() {
    brokenUtf8();
    otherEncodings();
    forbiddenCharacters();
    surrogates();
    notRdfAtAll();
  }

  private void brokenUtf8() {
    String family = "broken UTF-8";
    inEach(family, "a byte that begins nothing", bytes(0x80));
    inEach(family, "a byte that never occurs", bytes(0xff));
    inEach(family, "a sequence cut short", bytes(0xe2, 0x82));
    inEach(family, "an overlong slash", bytes(0xc0, 0xaf));
    inEach(family, "an overlong NUL", bytes(0xc0, 0x80));
    inEach(family, "an overlong quote of three bytes", bytes(0xe0, 0x80, 0xa2));
    inEach(family, "a surrogate", bytes(0xed, 0xa0, 0x80));
    inEach(family, "a pair of surrogates", bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80));
    inEach(family, "beyond the last code point", bytes(0xf4, 0x90, 0x80, 0x80));
    inEach(family, "five bytes", bytes(0xf8, 0x88, 0x80, 0x80, 0x80));
    inEach(family, "Latin-1", bytes(0xe9));
  }

  private void otherEncodings() {
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "IBM037")) {
      HostileDocuments.harmless()
          .forEach((lang, text) ->
              add("other encodings", charset, lang, text.getBytes(Charset.forName(charset))));
    }
    HostileDocuments.harmless()
        .forEach((lang, text) -> {
          add("other encodings", "byte order mark", lang, "\uFEFF" + text);
          add("other encodings", "two byte order marks", lang, "\uFEFF\uFEFF" + text);
        });
  }

  private void forbiddenCharacters() {
    String family = "forbidden characters";
    for (Lang lang : List.of(Lang.RDFXML, Lang.JSONLD)) {
      for (char c : new char[] {0, 1, 8, 0xb, 0x1f}) {
        add(family, "U+%04X".formatted((int) c), lang, holed(lang).replace('~', c));
      }
    }
    add(family, "U+FFFE", Lang.RDFXML, holed(Lang.RDFXML).replace('~', '\uFFFE'));
    for (String reference : List.of("&#0;", "&#x1;", "&#xD800;", "&#xFFFE;", "&#x110000;")) {
      add(family, reference, Lang.RDFXML, holed(Lang.RDFXML).replace("~", reference));
    }
    for (Lang lang : List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS)) {
      add(family, "a line end in a string", lang, holed(lang).replace('~', '\n'));
      add(family, "NUL between terms", lang, holed(lang).replace("> <ex:p", ">\0<ex:p"));
      add(family, "NUL in an IRI", lang, holed(lang).replace("ex:s", "ex:s\0"));
    }
  }

  private void surrogates() {
    for (Lang lang : List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS)) {
      for (String escape :
          List.of("\\uD800", "\\uDFFF", "\\UFFFFFFFF", "\\U00110000", "\\u12", "\\x41")) {
        add("surrogates and escapes", escape, lang, holed(lang).replace("~", escape));
      }
      add("surrogates and escapes", "in an IRI", lang, holed(lang).replace("ex:s", "ex:s\\uD800"));
    }
    for (String escape : List.of("\\uD800", "\\uDE00\\uD83D", "\\u12", "\\x41", "\\U0001F600")) {
      add("surrogates and escapes", escape, Lang.JSONLD, holed(Lang.JSONLD).replace("~", escape));
    }
  }

  private void notRdfAtAll() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("gzip", bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    files.put("ZIP", bytes('P', 'K', 3, 4, 20, 0, 0, 0, 8, 0));
    files.put("PNG", bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13));
    files.put("PDF", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj".getBytes(StandardCharsets.UTF_8));
    files.put("Java serialisation", bytes(0xac, 0xed, 0, 5, 's', 'r', 0, 17));
    files.put("a Java class", bytes(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 69));
    files.put("zeros", new byte[64]);
    files.put("Thrift", bytes(0x1c, 0x18, 5, 'u', 'r', 'n', ':', 's', 0));
    files.forEach((name, bytes) ->
        HARMLESS.keySet().forEach(lang -> add("no RDF at all", name, lang, bytes)));
  }
}
