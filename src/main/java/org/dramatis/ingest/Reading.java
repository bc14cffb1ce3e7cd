package org.dramatis.ingest;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.model.Vocabulary;

/**
 * What a document says.
 *
 * @param quads its statements, those of its default graph under {@link Quad#defaultGraphIRI}
 * @param prefixes the prefixes that it declares, in the order of their first declaration
 */
public record Reading(List<Quad> quads, Map<String, String> prefixes) {

  /** The sources that the document declares; a seed declares one, for which it speaks. */
  public List<Node> sources() {
    return quads.stream()
        .filter(quad -> quad.getPredicate().equals(RDF.Nodes.type))
        .filter(quad -> quad.getObject().equals(Vocabulary.Classes.SOURCE))
        .map(Quad::getSubject)
        .distinct()
        .toList();
  }
}
