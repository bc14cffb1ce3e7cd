package org.dramatis.conformance;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * Literals as text that is the same for the same value of the same datatype. SPARQL says what value
 * a function or an aggregate has, and not in which of its lexical forms it is written.
 */
final class LiteralText {

  private static final Set<String> FLOATING =
      Set.of(XSDDatatype.XSDdouble.getURI(), XSDDatatype.XSDfloat.getURI());
  private static final Set<String> DECIMAL =
      Set.of(XSDDatatype.XSDdecimal.getURI(), XSDDatatype.XSDinteger.getURI());

  private LiteralText() {}

  static String of(Node literal) {
    return "\"%s\"@%s--%s^^%s"
        .formatted(
            form(literal),
            literal.getLiteralLanguage(),
            literal.getLiteralBaseDirection(),
            literal.getLiteralDatatypeURI());
  }

  private static String form(Node literal) {
    String lexicalForm = literal.getLiteralLexicalForm();
    if (!literal.getLiteral().isWellFormed()) {
      return lexicalForm;
    }
    String datatype = literal.getLiteralDatatypeURI();
    if (FLOATING.contains(datatype)) {
      return ((Number) literal.getLiteralValue()).toString();
    }
    if (datatype.equals(XSDDatatype.XSDboolean.getURI())) {
      return String.valueOf(literal.getLiteralValue());
    }
    return DECIMAL.contains(datatype)
        ? new BigDecimal(lexicalForm.strip()).stripTrailingZeros().toPlainString()
        : lexicalForm;
  }
}
