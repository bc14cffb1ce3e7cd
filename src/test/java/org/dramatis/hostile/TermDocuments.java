package org.dramatis.hostile;

import java.util.List;
import java.util.Set;
import org.apache.jena.riot.Lang;

/** IRIs, languages and literals that are none. */
final class TermDocuments extends DocumentTopic {

  private static final Set<String> RELATIVE = Set.of("relative", "", "//host/x");

  @Override
  void collect() {
    iris();
    relative();
    languages();
    lexicalForms();
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
          RELATIVE.contains(iri) ? HostileDocuments.RELATIVE_IRIS : "bad IRIs",
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
    add(
        HostileDocuments.RELATIVE_IRIS,
        "as a datatype",
        Lang.TURTLE,
        "<ex:s> <ex:p> \"x\"^^<relative> .");
    add(HostileDocuments.RELATIVE_IRIS, "as a base", Lang.TURTLE, "@base <relative> .");
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
}
