package org.dramatis.link.annotate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The words for kinds of things.
 *
 * @param words in small letters, in every language that the vocabulary has
 */
record Kinds(Set<String> words) {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+|[IVX]+");

  /** Those of the classes that a graph describes. */
  static Kinds of(Graph graph) {
    Set<String> words = new HashSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode())
        .mapWith(Triple::getSubject)
        .toList()
        .forEach(type ->
            graph
                .find(type, RDFS.label.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .forEachRemaining(
                    label -> words.add(label.getLiteralLexicalForm().toLowerCase(Locale.ROOT))));
    return new Kinds(words);
  }

  /** Whether a name tells no more than what it is, and which in order: {@code Season 2}. */
  boolean isKindWithNumber(String name) {
    String[] parts = BLANKS.split(name, -1);
    boolean counted = NUMBER.matcher(parts[parts.length - 1]).matches();
    return counted
        && parts.length > 1
        && Arrays.stream(parts)
            .limit(parts.length - 1L)
            .allMatch(part -> words.contains(part.toLowerCase(Locale.ROOT)));
  }
}
