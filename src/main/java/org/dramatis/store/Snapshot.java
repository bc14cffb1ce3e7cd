package org.dramatis.store;

import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.model.Version;

/**
 * The dataset at one version. It must not be used after the reading that it was given for.
 *
 * @param version the last change that it contains
 * @param dataset named graphs as the sources have them, and their union as the default graph
 */
public record Snapshot(Version version, DatasetGraph dataset) {}
