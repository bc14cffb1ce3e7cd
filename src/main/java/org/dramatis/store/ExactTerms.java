package org.dramatis.store;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sparql.core.Quad;

/**
 * Terms in a form in which TDB2 keeps them letter for letter. It writes numbers as values, so that
 * {@code "01"} is read back as {@code "1"} when the database is opened again; such a literal gets a
 * datatype that it knows nothing of.
 */
final class ExactTerms {

  private static final String EXACT = "urn:x-dramatis:exact:";

  private ExactTerms() {}

  /** A term as it is kept. */
  static Node kept(Node term) {
    if (term.isTripleTerm()) {
      Triple triple = term.getTriple();
      Node object = kept(triple.getObject());
      return object.equals(triple.getObject())
          ? term
          : NodeFactory.createTripleTerm(triple.getSubject(), triple.getPredicate(), object);
    }
    return term.isLiteral() && !isReadBack(term)
        ? NodeFactory.createLiteralDT(
            term.getLiteralLexicalForm(), NodeFactory.getType(EXACT + term.getLiteralDatatypeURI()))
        : term;
  }

  private static boolean isReadBack(Node literal) {
    return ThriftConvert.convert(ThriftConvert.convert(literal, true)).equals(literal);
  }

  /** A statement as it is kept. */
  static Quad kept(Quad quad) {
    Node object = kept(quad.getObject());
    return object.equals(quad.getObject()) ? quad : with(object, quad);
  }

  /** A statement as it was before it was kept. */
  static Quad original(Quad quad) {
    Node object = original(quad.getObject());
    return object.equals(quad.getObject()) ? quad : with(object, quad);
  }

  private static Quad with(Node object, Quad quad) {
    return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object);
  }

  private static Node original(Node kept) {
    if (kept.isTripleTerm()) {
      Triple triple = kept.getTriple();
      Node object = original(triple.getObject());
      return object.equals(triple.getObject())
          ? kept
          : NodeFactory.createTripleTerm(triple.getSubject(), triple.getPredicate(), object);
    }
    return kept.isLiteral()
        ? exact(kept)
            .map(type ->
                NodeFactory.createLiteralDT(
                    kept.getLiteralLexicalForm(), NodeFactory.getType(type)))
            .orElse(kept)
        : kept;
  }

  private static Optional<String> exact(Node literal) {
    String type = literal.getLiteralDatatypeURI();
    return type.startsWith(EXACT) ? Optional.of(type.substring(EXACT.length())) : Optional.empty();
  }
}
