package org.dramatis.hostile;

import java.util.List;
import org.apache.jena.riot.Lang;

/** What is nested too deeply, in each syntax. */
final class NestedDocuments extends DocumentTopic {

  /** What is nested is nested this deeply. */
  private static final int DEPTH = 10_000;

  @Override
  void collect() {
    nested();
  }

  private void nested() {
    String p = "<ex:p> ";
    for (Lang lang : List.of(Lang.TURTLE, Lang.TRIG)) {
      nest("lists", lang, "<ex:s> " + p + "( ".repeat(DEPTH) + ") ".repeat(DEPTH) + ".");
      nest(
          "blank nodes",
          lang,
          "<ex:s> " + p + ("[ " + p).repeat(DEPTH) + "1" + " ]".repeat(DEPTH) + " .");
      nest(
          "triple terms",
          lang,
          "<ex:s> " + p + ("<<( <ex:a> " + p).repeat(DEPTH) + "1" + " )>>".repeat(DEPTH) + " .");
      nest(
          "reified triples",
          lang,
          ("<< <ex:a> " + p).repeat(DEPTH) + "1" + " >>".repeat(DEPTH) + " " + p + "1 .");
      nest(
          "annotations",
          lang,
          "<ex:s> " + p + "1 " + ("{| " + p + "1 ").repeat(DEPTH) + "|} ".repeat(DEPTH) + ".");
      nest("open lists only", lang, "<ex:s> " + p + "(".repeat(DEPTH));
      nest("open blank nodes only", lang, "[".repeat(DEPTH));
    }
    nest("graphs", Lang.TRIG, "<ex:g> {".repeat(DEPTH) + "}".repeat(DEPTH));
    for (Lang lang : List.of(Lang.NTRIPLES, Lang.NQUADS)) {
      nest(
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
    nest(
        "elements",
        Lang.RDFXML,
        RDFXML_HEAD + open.repeat(DEPTH) + close.repeat(DEPTH) + "</rdf:RDF>");
    nest("open elements only", Lang.RDFXML, RDFXML_HEAD + open.repeat(DEPTH));
    nest("elements of no RDF", Lang.RDFXML, "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH));
    nest(
        "collections",
        Lang.RDFXML,
        RDFXML_HEAD
            + "<rdf:Description>"
            + "<x:p rdf:parseType='Collection'><rdf:Description>".repeat(DEPTH)
            + "</rdf:Description></x:p>".repeat(DEPTH)
            + "</rdf:Description></rdf:RDF>");
    nest(
        "an XML literal",
        Lang.RDFXML,
        holed(Lang.RDFXML)
            .replace("<x:p>", "<x:p rdf:parseType='Literal'>")
            .replace("~", "<i>".repeat(DEPTH) + "</i>".repeat(DEPTH)));
    nest("arrays", Lang.JSONLD, "{\"ex:p\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
    nest("objects", Lang.JSONLD, "{\"ex:p\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH));
    nest(
        "lists",
        Lang.JSONLD,
        "{\"ex:p\":" + "{\"@list\":[".repeat(DEPTH) + "]}".repeat(DEPTH) + "}");
    nest("contexts", Lang.JSONLD, "{\"@context\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
    nest("open arrays only", Lang.JSONLD, "[".repeat(DEPTH));
    nest(
        "JSON literals",
        Lang.JSONLD,
        "{\"ex:p\":{\"@type\":\"@json\",\"@value\":"
            + "[".repeat(DEPTH)
            + "]".repeat(DEPTH)
            + "}}");
  }

  private void nest(String name, Lang lang, String text) {
    add("nested 10,000 times", name, lang, text);
  }
}
