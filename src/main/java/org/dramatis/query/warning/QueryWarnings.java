package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;

/** What is probably not meant in a query, given the data that it is asked of. */
public final class QueryWarnings {

  /** More would not be read, and headers are bounded. */
  private static final int MOST = 10;

  private QueryWarnings() {}

  /** The warnings, in the order of the query, each once. They cost a few look-ups a pattern. */
  public static List<Warning> of(Query query, DatasetGraph dataset) {
    Set<Warning> warnings = new LinkedHashSet<>();
    warnings.addAll(UnboundVariables.of(query));
    warnings.addAll(GoneNames.of(query, dataset));
    if (query.getQueryPattern() != null) {
      warnings.addAll(Graphs.of(query, dataset));
      DatasetGraph asked =
          query.hasDatasetDescription()
              ? DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false)
              : dataset;
      warnings.addAll(Matches.of(query, asked, dataset));
      warnings.addAll(Products.of(query, asked));
    }
    List<Warning> all = new ArrayList<>(warnings);
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }
}
