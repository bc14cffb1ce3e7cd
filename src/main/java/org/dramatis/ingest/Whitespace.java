package org.dramatis.ingest;

import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;

/**
 * Finds numbers, dates and the like with white space around them. Jena takes them for legal, which
 * they are in XML, but not in RDF, where nothing collapses the space.
 */
final class Whitespace {

  private static final Set<String> WITH_SPACE =
      Set.of(
          XSD.xstring.getURI(),
          XSD.normalizedString.getURI(),
          XSD.token.getURI(),
          XSD.anyURI.getURI());

  private Whitespace() {}

  static void check(Triple triple, ProblemCollector problems) {
    check(triple.getObject(), problems);
  }

  private static void check(Node object, ProblemCollector problems) {
    if (object.isTripleTerm()) {
      check(object.getTriple(), problems);
    } else if (object.isLiteral()
        && object.getLiteralDatatype() instanceof XSDDatatype datatype
        && !WITH_SPACE.contains(datatype.getURI())) {
      String lexical = object.getLiteralLexicalForm();
      if (!lexical.equals(lexical.strip())) {
        problems.add("Lexical form '" + lexical + "' has white space around its value", -1, -1);
      }
    }
  }
}
