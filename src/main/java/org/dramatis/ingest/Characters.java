package org.dramatis.ingest;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;

/**
 * Finds characters that no term may have and that some of Jena's parsers let pass: halves of
 * surrogate pairs, which cannot be written as UTF-8, code points that are no characters in IRIs,
 * and anything at all in the datatypes of RDF/XML.
 */
final class Characters {

  private static final Pattern NOT_IN_IRI = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\\\x7f]");
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private final boolean inDatatypes;
  private final ProblemCollector problems;

  /** Looks at datatypes as a whole where the parser does not. */
  Characters(Lang lang, ProblemCollector problems) {
    this.inDatatypes = lang.equals(Lang.RDFXML);
    this.problems = problems;
  }

  void check(Quad quad) {
    check(quad.getGraph());
    check(quad.getSubject());
    check(quad.getPredicate());
    check(quad.getObject());
  }

  private void check(Node node) {
    if (node.isURI()) {
      checkIri(node.getURI());
    } else if (node.isLiteral()) {
      checkIri(node.getLiteralDatatypeURI());
      if (inDatatypes) {
        checkDatatype(node.getLiteralDatatypeURI());
      }
      if (hasHalfPair(node.getLiteralLexicalForm())) {
        problems.add("A text has half of a surrogate pair", "write whole characters", -1, -1);
      }
    } else if (node.isTripleTerm()) {
      check(node.getTriple().getSubject());
      check(node.getTriple().getPredicate());
      check(node.getTriple().getObject());
    }
  }

  private void checkDatatype(String iri) {
    if (NOT_IN_IRI.matcher(iri).find() || !ABSOLUTE.matcher(iri).matches()) {
      problems.add("Bad IRI: <" + iri + "> as a datatype", -1, -1);
    }
  }

  private void checkIri(String iri) {
    if (iri.codePoints().anyMatch(Characters::isNone)) {
      problems.add("Bad IRI: <" + iri + "> has a code point that is no character", -1, -1);
    }
  }

  private static boolean isNone(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE
        || (codePoint & 0xFFFE) == 0xFFFE
        || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  private static boolean hasHalfPair(String text) {
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
