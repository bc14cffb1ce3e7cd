package org.dramatis.model;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.Path;

/**
 * How a term of RDF is shown to a person: with the usual prefixes, on one line. A slash behind the
 * prefix stays as it is, where Turtle would want a backslash before it.
 */
public final class Terms {

  private static final Prologue PREFIXES =
      new Prologue(PrefixMapping.Factory.create().setNsPrefixes(Namespaces.prefixes()).lock());

  private Terms() {}

  /** The shortest form that still says exactly which term is meant. */
  public static String show(Node node) {
    if (node.isURI()) {
      return shorten(node.getURI());
    }
    if (node.isTripleTerm()) {
      Triple triple = node.getTriple();
      return "<<( "
          + show(triple.getSubject())
          + " "
          + show(triple.getPredicate())
          + " "
          + show(triple.getObject())
          + " )>>";
    }
    return NodeFmtLib.strTTL(node);
  }

  private static String shorten(String iri) {
    for (Map.Entry<String, String> prefix : Namespaces.prefixes().entrySet()) {
      String namespace = prefix.getValue();
      if (iri.startsWith(namespace) && iri.length() > namespace.length()) {
        String local = iri.substring(namespace.length());
        if (local.chars().allMatch(Terms::isPlain)) {
          return prefix.getKey() + ":" + local;
        }
      }
    }
    return "<" + iri + ">";
  }

  private static boolean isPlain(int character) {
    return Character.isLetterOrDigit(character)
        || character == '-'
        || character == '_'
        || character == '/';
  }

  /** A path of SPARQL, in its syntax. */
  public static String show(Path path) {
    return path.toString(PREFIXES);
  }
}
