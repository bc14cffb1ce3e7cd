package org.dramatis.hostile;

import org.apache.jena.riot.Lang;

/** Every beginning of a document that is one statement, cut between and within its parts. */
final class CutOffDocuments extends DocumentTopic {

  @Override
  void collect() {
    cutOff();
  }

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
}
