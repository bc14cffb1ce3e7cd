package org.dramatis.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;

/** Entities, and what is no XML or no RDF/XML. */
final class XmlDocuments extends DocumentTopic {

  private static final String EXTERNAL = "external entities";

  @Override
  void collect() {
    externalEntities();
    entityBombs();
    brokenXml();
    brokenRdfXml();
  }

  private void externalEntities() {
    for (String system :
        List.of(
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "jar:file:///x!/y",
            "ftp://127.0.0.1:1/",
            "netdoc:///etc/passwd",
            "../secret")) {
      entity(system, "<!ENTITY e SYSTEM \"" + system + "\">", "&e;");
      entity(system + " as a parameter", "<!ENTITY % e SYSTEM \"" + system + "\"> %e;", "");
      add(
          EXTERNAL,
          system + " as the document type",
          Lang.RDFXML,
          "<!DOCTYPE rdf:RDF SYSTEM \"" + system + "\">" + holed(Lang.RDFXML).replace("~", ""));
    }
    entity("public", "<!ENTITY e PUBLIC \"x\" \"http://127.0.0.1:1/\">", "&e;");
    entity("in lines of their own", "<!ENTITY e\n  SYSTEM\n  'file:///etc/passwd'>", "&e;");
    entity(
        "in another entity",
        "<!ENTITY % a '<!ENTITY &#37; b SYSTEM \"http://127.0.0.1:1/\">'> %a; %b;",
        "");
    entity(
        "hidden behind a bracket in a comment",
        "<!-- ] > --><!ENTITY e SYSTEM \"file:///etc/passwd\">",
        "&e;");
    entity(
        "hidden behind a bracket in a value",
        "<!ENTITY a ']>'><!ENTITY e SYSTEM \"file:///etc/passwd\">",
        "&e;");
    entity(
        "unparsed",
        "<!NOTATION n SYSTEM 'x'><!ENTITY e SYSTEM \"file:///etc/passwd\" NDATA n>",
        "");
    add(EXTERNAL, "undeclared", Lang.RDFXML, holed(Lang.RDFXML).replace("~", "&e;"));
    add(
        EXTERNAL,
        "XInclude",
        Lang.RDFXML,
        holed(Lang.RDFXML)
            .replace(
                "a~b",
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"));
  }

  private void entity(String name, String declarations, String hole) {
    add(EXTERNAL, name, Lang.RDFXML, dtd(declarations, hole));
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
}
