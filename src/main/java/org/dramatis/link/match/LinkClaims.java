package org.dramatis.link.match;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/**
 * Writes links as claims of a source, in Turtle. What is as good as certain is an exact match, what
 * is only likely a close one.
 *
 * @param slug by which the IRI of the source ends
 * @param label what the source is called
 * @param out where it is written
 */
public record LinkClaims(String slug, String label, Appendable out) {

  private static final double EXACT = 0.99;

  /** Writes all, in the order in which they are given. */
  public void write(List<Match> links) throws IOException {
    Node source = NodeFactory.createURI(Namespaces.source(slug));
    Node passages = NodeFactory.createURI(Namespaces.BASE + "passage/" + slug);
    for (var prefix : Namespaces.prefixes().entrySet()) {
      line("PREFIX %s: <%s>".formatted(prefix.getKey(), prefix.getValue()));
    }
    line("PREFIX c: <%s>%n".formatted(Namespaces.claims(slug)));
    state(source, RDF.type.asNode(), Classes.ARTICLE);
    state(source, RDF.type.asNode(), Classes.SOURCE);
    state(source, RDFS.label.asNode(), english(label));
    state(passages, RDF.type.asNode(), Classes.PASSAGE);
    state(passages, Properties.DOCUMENT, source);
    for (int i = 0; i < links.size(); i++) {
      write("c:" + (i + 1), links.get(i), source, passages);
    }
  }

  private void write(String claim, Match match, Node source, Node passages) throws IOException {
    boolean exact = match.method() != Match.Method.WEIGHED || match.score() >= EXACT;
    Node relation = exact ? SKOS.exactMatch.asNode() : SKOS.closeMatch.asNode();
    line(
        "%n%s %s %s ~ %s ."
            .formatted(
                term(NodeFactory.createURI(match.to().iri())),
                term(relation),
                term(NodeFactory.createURI(match.from().iri())),
                claim));
    line("%s a d:Claim ;".formatted(claim));
    part("rdfs:label", term(english(label(match))));
    part("rdfs:comment", term(english(String.join("; ", match.evidence()))));
    part("d:layer", concept("layer/real"));
    part("d:matchMethod", term(NodeFactory.createLiteralString(match.method().words())));
    part("d:matchScore", String.format(Locale.ROOT, "%.4f", match.score()));
    part("d:modality", concept("modality/plain"));
    part("d:passage", term(passages));
    part("d:polarity", concept("polarity/affirmed"));
    part("d:source", term(source));
    part("d:topic", concept("topic/identity"));
    line("    .");
  }

  /** Ids are different, and so are the labels. */
  private static String label(Match match) {
    return "“%s” is what the linked data call “%s”, as %s"
        .formatted(match.to().name(), match.from().name(), match.from().id());
  }

  private void part(String property, String value) throws IOException {
    line("    %s %s ;".formatted(property, value));
  }

  private void state(Node subject, Node predicate, Node object) throws IOException {
    line("%s %s %s .".formatted(term(subject), term(predicate), term(object)));
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static String concept(String end) {
    return "<%s%s>".formatted(Namespaces.VOCABULARY, end);
  }

  private static String term(Node node) {
    return NodeFmtLib.strNT(node);
  }
}
