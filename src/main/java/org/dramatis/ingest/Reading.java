package org.dramatis.ingest;

import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Quad;

/**
 * What a document says.
 *
 * @param quads its statements, those of its default graph under {@link Quad#defaultGraphIRI}
 * @param prefixes the prefixes that it declares, in the order of their first declaration
 */
public record Reading(List<Quad> quads, Map<String, String> prefixes) {}
