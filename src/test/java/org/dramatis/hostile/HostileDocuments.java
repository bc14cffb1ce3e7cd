package org.dramatis.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.riot.Lang;

/**
 * Makes the hostile documents, family by family. In each syntax there is one harmless document with
 * a hole, {@code ~}, in its literal; most cases are something put into the hole.
 */
final class HostileDocuments {

  /** The family of what is wrong only where there is no base, as there is in an upload. */
  static final String RELATIVE_IRIS = "relative IRIs without a base";

  private static final Set<String> RELATIVE = Set.of("relative", "", "//host/x");

  /** What is nested is nested this deeply. */
  static final int DEPTH = 10_000;

  private static final String RDFXML_HEAD =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='ex:x:'>";

  private static final Map<Lang, String> HARMLESS = new LinkedHashMap<>();

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

  private final List<HostileDocument> all = new ArrayList<>();

  private HostileDocuments() {}

  /** Every case, in a fixed order. */
  static List<HostileDocument> all() {
    HostileDocuments documents = new HostileDocuments();
    documents.brokenUtf8();
    documents.otherEncodings();
    documents.forbiddenCharacters();
    documents.surrogates();
    documents.cutOff();
    documents.nested();
    documents.iris();
    documents.relative();
    documents.languages();
    documents.lexicalForms();
    documents.externalEntities();
    documents.entityBombs();
    documents.brokenXml();
    documents.brokenRdfXml();
    documents.remoteContexts();
    documents.brokenJson();
    documents.brokenJsonLd();
    documents.brokenTurtle();
    documents.notRdfAtAll();
    return List.copyOf(documents.all);
  }

  /** The harmless document of each syntax, to show that it is the hole that matters. */
  static Map<Lang, String> harmless() {
    Map<Lang, String> plain = new LinkedHashMap<>();
    HARMLESS.forEach((lang, text) -> plain.put(lang, text.replace("~", "")));
    return plain;
  }

  /** The harmless document with its hole. */
  private static String holed(Lang lang) {
    return Objects.requireNonNull(HARMLESS.get(lang));
  }

  private void add(String family, String name, Lang lang, String text) {
    all.add(new HostileDocument(family, name, lang, text));
  }

  private void add(String family, String name, Lang lang, byte[] bytes) {
    all.add(new HostileDocument(family, name, lang, bytes));
  }

  private void inEach(String family, String name, byte[] hole) {
    HARMLESS.forEach((lang, text) -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int at = text.indexOf('~');
      bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(hole);
      bytes.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
      add(family, name, lang, bytes.toByteArray());
    });
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
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
      harmless()
          .forEach((lang, text) ->
              add("other encodings", charset, lang, text.getBytes(Charset.forName(charset))));
    }
    harmless()
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

  /** Every beginning of a document that is one statement, cut between and within its parts. */
  private void cutOff() {
    cut(
        Lang.TURTLE,
        "<ex:s>| a| <ex:t>| ;| <ex:p>| (| 1| 2|e0| )|,| [| <ex:q>| \"x|\"|@en| ]|| .",
        3);
    cut(Lang.TRIG, "<ex:g>| {| <ex:s>| <ex:p>| '''|x|'''|^^|<ex:d>| ;| a| <ex:t>| }", 1);
    cut(Lang.NTRIPLES, "<ex:s>| <ex:p>| <<(| <ex:a>| <ex:b>| \"x|\"|^^|<ex:d>| )>>| .", 1);
    cut(Lang.NQUADS, "_:b| <ex:p>| \"x|\"|@en|-GB| <ex:g>| .", 1);
    cut(
        Lang.RDFXML,
        "<|rdf:RDF| xmlns:rdf=|'http://www.w3.org/1999/02/22-rdf-syntax-ns#'| xmlns:x='ex:x:'|>"
            + "|<rdf:Description| rdf:about=|'ex:s'|>|<x:p|>|a&amp|;b|<!--| -->|</x:p|>"
            + "|</rdf:Description>|</rdf:RDF|>",
        1);
    cut(Lang.JSONLD, "{|\"@id\"|:| \"ex:s|\"|,| \"ex:p\"|: [|1|,| {|\"@value\"|: |\"x\"|}|]|}", 1);
  }

  private void cut(Lang lang, String parts, int least) {
    String[] pieces = parts.split("\\|", -1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.length - 1; i++) {
      text.append(pieces[i]);
      if (i + 1 >= least || i == 0) {
        add("cut off", "after " + (i + 1) + " parts", lang, text.toString());
      }
    }
  }

  private void nested() {
    String family = "nested 10,000 times";
    String p = "<ex:p> ";
    for (Lang lang : List.of(Lang.TURTLE, Lang.TRIG)) {
      add(family, "lists", lang, "<ex:s> " + p + "( ".repeat(DEPTH) + ") ".repeat(DEPTH) + ".");
      add(
          family,
          "blank nodes",
          lang,
          "<ex:s> " + p + ("[ " + p).repeat(DEPTH) + "1" + " ]".repeat(DEPTH) + " .");
      add(
          family,
          "triple terms",
          lang,
          "<ex:s> " + p + ("<<( <ex:a> " + p).repeat(DEPTH) + "1" + " )>>".repeat(DEPTH) + " .");
      add(
          family,
          "reified triples",
          lang,
          ("<< <ex:a> " + p).repeat(DEPTH) + "1" + " >>".repeat(DEPTH) + " " + p + "1 .");
      add(
          family,
          "annotations",
          lang,
          "<ex:s> " + p + "1 " + ("{| " + p + "1 ").repeat(DEPTH) + "|} ".repeat(DEPTH) + ".");
      add(family, "open lists only", lang, "<ex:s> " + p + "(".repeat(DEPTH));
      add(family, "open blank nodes only", lang, "[".repeat(DEPTH));
    }
    add(family, "graphs", Lang.TRIG, "<ex:g> {".repeat(DEPTH) + "}".repeat(DEPTH));
    for (Lang lang : List.of(Lang.NTRIPLES, Lang.NQUADS)) {
      add(
          family,
          "triple terms",
          lang,
          "<ex:s> "
              + p
              + ("<<( <ex:a> " + p).repeat(DEPTH)
              + "<ex:o>"
              + " )>>".repeat(DEPTH)
              + " .\n");
    }
    String open = "<rdf:Description><x:p>";
    String close = "</x:p></rdf:Description>";
    add(
        family,
        "elements",
        Lang.RDFXML,
        RDFXML_HEAD + open.repeat(DEPTH) + close.repeat(DEPTH) + "</rdf:RDF>");
    add(family, "open elements only", Lang.RDFXML, RDFXML_HEAD + open.repeat(DEPTH));
    add(family, "elements of no RDF", Lang.RDFXML, "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH));
    add(
        family,
        "collections",
        Lang.RDFXML,
        RDFXML_HEAD
            + "<rdf:Description>"
            + "<x:p rdf:parseType='Collection'><rdf:Description>".repeat(DEPTH)
            + "</rdf:Description></x:p>".repeat(DEPTH)
            + "</rdf:Description></rdf:RDF>");
    add(
        family,
        "an XML literal",
        Lang.RDFXML,
        holed(Lang.RDFXML)
            .replace("<x:p>", "<x:p rdf:parseType='Literal'>")
            .replace("~", "<i>".repeat(DEPTH) + "</i>".repeat(DEPTH)));
    add(family, "arrays", Lang.JSONLD, "{\"ex:p\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
    add(family, "objects", Lang.JSONLD, "{\"ex:p\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH));
    add(
        family,
        "lists",
        Lang.JSONLD,
        "{\"ex:p\":" + "{\"@list\":[".repeat(DEPTH) + "]}".repeat(DEPTH) + "}");
    add(
        family,
        "contexts",
        Lang.JSONLD,
        "{\"@context\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
    add(family, "open arrays only", Lang.JSONLD, "[".repeat(DEPTH));
    add(
        family,
        "JSON literals",
        Lang.JSONLD,
        "{\"ex:p\":{\"@type\":\"@json\",\"@value\":"
            + "[".repeat(DEPTH)
            + "]".repeat(DEPTH)
            + "}}");
  }

  private void iris() {
    for (String iri :
        List.of(
            "ex:a b",
            "ex:a<b",
            "ex:a\"b",
            "ex:a{b}",
            "ex:a|b",
            "ex:a^b",
            "ex:a`b",
            "ex:a\\\\b",
            "ex:\\u0020",
            "ex:\\u003C",
            "ex:a\\u0000",
            "relative",
            "",
            "//host/x",
            "http://a b/",
            "http://[::1/",
            "http://host:port/",
            "http://%zz/",
            "ex:x:%zz",
            ":x",
            "1a:x",
            "http://a/\\uFFFF",
            "\\n")) {
      add(
          RELATIVE.contains(iri) ? RELATIVE_IRIS : "bad IRIs",
          iri,
          Lang.TURTLE,
          "<" + iri + "> <ex:p> 1 .");
      add("bad IRIs", iri, Lang.NTRIPLES, "<ex:s> <ex:p> <" + iri + "> .");
    }
    for (String iri : List.of("ex:a b", "http://a b/", "http://[::1/", "1a:x", "ex:a&lt;b")) {
      add("bad IRIs", iri, Lang.RDFXML, holed(Lang.RDFXML).replace("ex:s", iri));
    }
    for (String iri : List.of("ex:a b", "http://[::1/", "ex:a<b", "ex:a{b}")) {
      add("bad IRIs", iri, Lang.JSONLD, holed(Lang.JSONLD).replace("ex:s", iri));
    }
  }

  private void relative() {
    add(RELATIVE_IRIS, "as a datatype", Lang.TURTLE, "<ex:s> <ex:p> \"x\"^^<relative> .");
    add(RELATIVE_IRIS, "as a base", Lang.TURTLE, "@base <relative> .");
  }

  private void languages() {
    for (String tag :
        List.of(
            "@",
            "@1",
            "@en-",
            "@-en",
            "@en_GB",
            "@e",
            "@toolongatag",
            "@en--",
            "@en--up",
            "@en-x",
            "@é")) {
      add("bad language tags", tag, Lang.TURTLE, "<ex:s> <ex:p> \"x\"" + tag + " .");
    }
    for (String tag : List.of("1", "en-", "en_GB", "toolongatag", "en x")) {
      add(
          "bad language tags",
          tag,
          Lang.RDFXML,
          holed(Lang.RDFXML).replace("<x:p>", "<x:p xml:lang='" + tag + "'>"));
      add(
          "bad language tags",
          tag,
          Lang.JSONLD,
          "{\"ex:p\": {\"@value\": \"x\", \"@language\": \"" + tag + "\"}}");
    }
  }

  private void lexicalForms() {
    String xsd = "^^<http://www.w3.org/2001/XMLSchema#";
    for (String literal :
        List.of(
            "\"x\"" + xsd + "integer>",
            "\"1e999999999\"" + xsd + "decimal>",
            "\"2024-13-45\"" + xsd + "date>",
            "\"yes\"" + xsd + "boolean>",
            "\"-1\"" + xsd + "nonNegativeInteger>",
            "\"300\"" + xsd + "byte>",
            "\"P\"" + xsd + "duration>",
            "\"25:00:00\"" + xsd + "time>",
            "\"zz\"" + xsd + "hexBinary>",
            "\"x\"^^\"y\"",
            "\"x\"^^_:b",
            "\"x\"^^<ex:a b>",
            "\"x\"@en^^<ex:d>")) {
      add("bad literals", literal, Lang.TURTLE, "<ex:s> <ex:p> " + literal + " .");
    }
  }

  private void externalEntities() {
    String family = "external entities";
    for (String system :
        List.of(
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "jar:file:///x!/y",
            "ftp://127.0.0.1:1/",
            "netdoc:///etc/passwd",
            "../secret")) {
      add(family, system, Lang.RDFXML, dtd("<!ENTITY e SYSTEM \"" + system + "\">", "&e;"));
      add(
          family,
          system + " as a parameter",
          Lang.RDFXML,
          dtd("<!ENTITY % e SYSTEM \"" + system + "\"> %e;", ""));
      add(
          family,
          system + " as the document type",
          Lang.RDFXML,
          "<!DOCTYPE rdf:RDF SYSTEM \"" + system + "\">" + holed(Lang.RDFXML).replace("~", ""));
    }
    add(
        family,
        "public",
        Lang.RDFXML,
        dtd("<!ENTITY e PUBLIC \"x\" \"http://127.0.0.1:1/\">", "&e;"));
    add(
        family,
        "in lines of their own",
        Lang.RDFXML,
        dtd("<!ENTITY e\n  SYSTEM\n  'file:///etc/passwd'>", "&e;"));
    add(
        family,
        "in another entity",
        Lang.RDFXML,
        dtd("<!ENTITY % a '<!ENTITY &#37; b SYSTEM \"http://127.0.0.1:1/\">'> %a; %b;", ""));
    add(
        family,
        "hidden behind a bracket in a comment",
        Lang.RDFXML,
        dtd("<!-- ] > --><!ENTITY e SYSTEM \"file:///etc/passwd\">", "&e;"));
    add(
        family,
        "hidden behind a bracket in a value",
        Lang.RDFXML,
        dtd("<!ENTITY a ']>'><!ENTITY e SYSTEM \"file:///etc/passwd\">", "&e;"));
    add(
        family,
        "unparsed",
        Lang.RDFXML,
        dtd("<!NOTATION n SYSTEM 'x'><!ENTITY e SYSTEM \"file:///etc/passwd\" NDATA n>", ""));
    add(family, "undeclared", Lang.RDFXML, holed(Lang.RDFXML).replace("~", "&e;"));
    add(
        family,
        "XInclude",
        Lang.RDFXML,
        holed(Lang.RDFXML)
            .replace(
                "a~b",
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"));
  }

  private static String dtd(String declarations, String hole) {
    return "<?xml version='1.0'?><!DOCTYPE rdf:RDF ["
        + declarations
        + "]>"
        + holed(Lang.RDFXML).replace("~", hole);
  }

  private void entityBombs() {
    StringBuilder laughs = new StringBuilder("<!ENTITY l0 'lol'>");
    for (int i = 1; i < 20; i++) {
      laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    add("entity bombs", "a billion laughs", Lang.RDFXML, dtd(laughs.toString(), "&l19;"));
    add(
        "entity bombs",
        "a billion laughs in an attribute",
        Lang.RDFXML,
        dtd(laughs.toString(), "").replace("'ex:s'", "'ex:&l19;'"));
    add(
        "entity bombs",
        "one long entity used often",
        Lang.RDFXML,
        dtd("<!ENTITY e '" + "x".repeat(100_000) + "'>", "&e;".repeat(20_000)));
    add("entity bombs", "an entity of itself", Lang.RDFXML, dtd("<!ENTITY e '&e;'>", "&e;"));
    add(
        "entity bombs",
        "two entities of each other",
        Lang.RDFXML,
        dtd("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;"));
    add(
        "entity bombs",
        "parameter entities",
        Lang.RDFXML,
        dtd("<!ENTITY % a 'x'><!ENTITY % b '%a;%a;%a;'> %b;", ""));
  }

  private void brokenXml() {
    String right = holed(Lang.RDFXML).replace("~", "");
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("says UTF-16", "<?xml version='1.0' encoding='UTF-16'?>" + right);
    cases.put("says Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>" + right);
    cases.put("says nonsense", "<?xml version='1.0' encoding='nonsense'?>" + right);
    cases.put("version 2.0", "<?xml version='2.0'?>" + right);
    cases.put("declaration after a space", " <?xml version='1.0'?>" + right);
    cases.put("two roots", right + right);
    cases.put("text after the root", right + "x");
    cases.put(
        "the same attribute twice",
        right.replace("rdf:about='ex:s'", "rdf:about='ex:s' rdf:about='ex:t'"));
    cases.put("an attribute without quotes", right.replace("'ex:s'", "ex:s"));
    cases.put(
        "crossed elements", right.replace("</x:p></rdf:Description>", "</rdf:Description></x:p>"));
    cases.put("an undeclared prefix", right.replace("x:p", "y:p"));
    cases.put("CDATA without end", right.replace("ab", "<![CDATA[ab"));
    cases.put("-- in a comment", right.replace("ab", "<!-- a -- b -->"));
    cases.put("]]> in text", right.replace("ab", "a]]>b"));
    cases.put("a bare ampersand", right.replace("ab", "a & b"));
    cases.put("a bare <", right.replace("ab", "a < b"));
    cases.put(
        "the prefix xml bound to another name",
        right.replace("xmlns:x", "xmlns:xml='ex:y' xmlns:x"));
    cases.forEach((name, text) -> add("broken XML", name, Lang.RDFXML, text));
  }

  private void brokenRdfXml() {
    String right = holed(Lang.RDFXML).replace("~", "");
    Map<String, String> cases = new LinkedHashMap<>();
    cases.put("rdf:ID that is no name", right.replace("rdf:about='ex:s'", "rdf:ID='1 2'"));
    cases.put(
        "rdf:ID and rdf:about", right.replace("rdf:about='ex:s'", "rdf:about='ex:s' rdf:ID='a'"));
    cases.put("rdf:nodeID that is no name", right.replace("rdf:about='ex:s'", "rdf:nodeID='a:b'"));
    cases.put("rdf:li as an attribute", right.replace("<x:p>", "<x:p rdf:li='1'>"));
    cases.put("rdf:aboutEach", right.replace("rdf:about", "rdf:aboutEach"));
    cases.put("rdf:bagID", right.replace("rdf:about='ex:s'", "rdf:about='ex:s' rdf:bagID='b'"));
    cases.put("rdf:RDF inside", right.replace("ab", "<rdf:RDF/>"));
    cases.put("rdf:Description as a property", right.replace("x:p", "rdf:Description"));
    cases.put("text between nodes", right.replace("<rdf:Description", "stray<rdf:Description"));
    cases.put("text beside a node", right.replace("ab", "ab<rdf:Description/>"));
    cases.put("two nodes as a value", right.replace("ab", "<rdf:Description/><rdf:Description/>"));
    cases.put(
        "the same rdf:ID twice",
        RDFXML_HEAD.replace("xmlns:x", "xml:base='http://example.org/' xmlns:x")
            + "<x:a rdf:ID='a'/><x:a rdf:ID='a'/></rdf:RDF>");
    cases.put(
        "an attribute of no namespace",
        right.replace("rdf:about='ex:s'", "rdf:about='ex:s' href='x'"));
    cases.put("a datatype that is no IRI", right.replace("<x:p>", "<x:p rdf:datatype='a b'>"));
    cases.put("a page", "<html><body>Not here</body></html>");
    cases.forEach((name, text) -> add("broken RDF/XML", name, Lang.RDFXML, text));
  }

  private void remoteContexts() {
    for (String context :
        List.of(
            "\"http://127.0.0.1:1/context\"",
            "\"file:///etc/passwd\"",
            "\"https://schema.org/\"",
            "[{}, \"http://127.0.0.1:1/\"]",
            "{\"@import\": \"http://127.0.0.1:1/\"}",
            "{\"p\": {\"@id\": \"ex:p\", \"@context\": \"http://127.0.0.1:1/\"}}",
            "{\"T\": {\"@id\": \"ex:T\", \"@context\": \"http://127.0.0.1:1/\"}}",
            "\"relative\"",
            "\"jar:file:///x!/y\"",
            "\"classpath:/logback.xml\"")) {
      add(
          "remote contexts",
          context,
          Lang.JSONLD,
          "{\"@context\": " + context + ", \"@type\": \"T\", \"p\": {\"@id\": \"ex:o\"}}");
    }
    add(
        "remote contexts",
        "in a nested node",
        Lang.JSONLD,
        "{\"ex:p\": {\"@context\": \"http://127.0.0.1:1/\", \"ex:q\": 1}}");
  }

  private void brokenJson() {
    for (String json :
        List.of(
            "",
            "nonsense",
            "{",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{a: 1}",
            "{'a': 1}",
            "{\"a\": 1,}",
            "[1,]",
            "{\"a\": 01}",
            "{\"a\": +1}",
            "{\"a\": .5}",
            "{\"a\": NaN}",
            "{\"a\": Infinity}",
            "{\"a\": 0x1}",
            "{\"a\": 1} {\"b\": 2}",
            "{\"a\": 1} x",
            "// x\n{}",
            "{\"a\": /* x */ 1}",
            "{\"a\": \"\t\"}",
            "{\"ex:a\": 1, \"ex:a\": 2}",
            "{\"@id\": \"ex:a\", \"@id\": \"ex:b\"}",
            "{\"@context\": {}, \"@context\": {}}",
            "{\"\\u0061\": 1, \"a\": 2}",
            "null x",
            "\"",
            "{\"ex:p\": 1E-999999999}")) {
      add("broken JSON", "'" + json.strip() + "'", Lang.JSONLD, json);
    }
  }

  private void brokenJsonLd() {
    for (String json :
        List.of(
            "{\"@id\": 1}",
            "{\"@id\": null, \"ex:p\": {\"@value\": {}}}",
            "{\"@type\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@type\": \"@id\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"y\": 1}}",
            "{\"ex:p\": {\"@list\": {\"@set\": []}, \"ex:q\": 1}}",
            "{\"@context\": {\"@vocab\": 1}}",
            "{\"@context\": {\"@version\": 9}}",
            "{\"@context\": {\"@base\": {}}}",
            "{\"@context\": 1}",
            "{\"@context\": {\"a\": \"b\", \"b\": \"a\"}, \"a\": 1}",
            "{\"@context\": {\"@id\": \"ex:x\"}}",
            "{\"@context\": {\"p\": {\"@type\": \"nonsense\"}}, \"p\": 1}",
            "{\"undefined\": 1}",
            "{\"_:b\": 1, \"@id\": \"ex:s\"}",
            "{\"@reverse\": 1}",
            "{\"@graph\": 1}",
            "{\"@included\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@language\": 1}}",
            "{\"@index\": 1}",
            "{\"ex:p\": {\"@value\": \"x\", \"@direction\": \"up\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"@direction\": \"rtl\"}}",
            "{\"ex:p\": {\"@value\": \"x\", \"@language\": \"en\", \"@type\": \"ex:t\"}}")) {
      add("broken JSON-LD", json, Lang.JSONLD, json);
    }
  }

  private void brokenTurtle() {
    for (String text :
        List.of(
            "undeclared:x <ex:p> 1 .",
            "@prefix x: <ex:x:> x:a x:b 1 .",
            "@prefix : .",
            "@base .",
            "<ex:s> <ex:p> .",
            "<ex:s> 1 <ex:o> .",
            "\"x\" <ex:p> 1 .",
            "<ex:s> _:b 1 .",
            "<ex:s> <ex:p> 1 , , 2 .",
            "<ex:s> <ex:p> ( .",
            "<ex:s> <ex:p> ] .",
            "<ex:s> <ex:p> 1",
            "<ex:s> <ex:p> 1 ..",
            "<ex:s> <ex:p> 1e .",
            "<ex:s> <ex:p> ?x .",
            "<ex:s> <ex:p> $x .",
            "{ ?s ?p ?o } => { ?s ?p 1 } .",
            "<ex:s> = <ex:o> .",
            "@forAll <ex:x> .",
            "<ex:s> <ex:p> 'x' 'y' .",
            "<ex:s> <ex:p> <<( 1 <ex:p> 1 )>> .",
            "<<( <ex:s> <ex:p> 1 )>> <ex:q> 1 .",
            "<ex:s> <ex:p> \"\"\"x\"\" .",
            "_: <ex:p> 1 .",
            "<ex:g> { <ex:s> <ex:p> 1 }",
            "GRAPH <ex:g> { }",
            "VERSION 1.2",
            "PREFIX x: <ex:x> .",
            "SELECT * { ?s ?p ?o }",
            "INSERT DATA { <ex:s> <ex:p> 1 }",
            "<ex:s> <ex:p> 1 {| |} .",
            "a a a .",
            "() .",
            "true <ex:p> 1 .",
            "<ex:s> <ex:p> x:%zz .",
            "<ex:s> <ex:p> a .",
            "@prefix x: <ex:x:> . x:\\q <ex:p> 1 .",
            "\u00a0<ex:s> <ex:p> 1 .")) {
      add("broken Turtle", "'" + text + "'", Lang.TURTLE, text);
    }
    for (String text :
        List.of(
            "<ex:s> <ex:p> 1 .",
            "<ex:s> a <ex:t> .",
            "<ex:s> <ex:p> 'x' .",
            "<ex:s> <ex:p> \"x\"",
            "@prefix x: <ex:x:> .",
            "<s> <ex:p> \"x\" .",
            "<ex:s> <ex:p> \"x\" ; <ex:q> \"y\" .",
            "<ex:s> <ex:p> \"x\" <ex:g> .",
            "<ex:s> <ex:p> [] .",
            "<ex:s> <ex:p> true .",
            "<ex:s> <ex:p> \"\"\"x\"\"\" .",
            "<ex:s> <ex:p> << <ex:a> <ex:b> <ex:c> >> .")) {
      add("broken N-Triples", "'" + text + "'", Lang.NTRIPLES, text);
    }
    for (String text :
        List.of(
            "<ex:s> <ex:p> \"x\" \"g\" .",
            "<ex:s> <ex:p> \"x\" <ex:g> <ex:h> .",
            "<ex:s> <ex:p> \"x\" <relative> .",
            "GRAPH <ex:g> { }",
            "<ex:g> { <ex:s> <ex:p> 1 }")) {
      add("broken N-Triples", "'" + text + "' as quads", Lang.NQUADS, text);
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
