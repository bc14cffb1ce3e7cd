package org.dramatis.query.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** How often patterns match, counted in the data when first asked for. */
final class Statistics {

  private static final int MOST = 50_000;

  /**
   * What a pattern matches by itself.
   *
   * @param statements how many statements
   * @param subjects how many different subjects they have
   * @param objects how many different objects they have
   */
  record Counts(long statements, long subjects, long objects) {}

  private final DatasetGraph dataset;
  private final Map<Quad, Counts> known = new HashMap<>();

  Statistics(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  Counts of(Node graph, Triple pattern) {
    Quad key =
        Quad.create(
            graph,
            any(pattern.getSubject()),
            any(pattern.getPredicate()),
            any(pattern.getObject()));
    return known.computeIfAbsent(key, this::count);
  }

  private Counts count(Quad pattern) {
    Set<Node> subjects = new HashSet<>();
    Set<Node> objects = new HashSet<>();
    long statements = 0;
    Iterator<Quad> found = dataset.find(pattern);
    while (statements < MOST && found.hasNext()) {
      Quad quad = found.next();
      statements++;
      subjects.add(quad.getSubject());
      objects.add(quad.getObject());
    }
    return new Counts(statements, Math.max(1, subjects.size()), Math.max(1, objects.size()));
  }

  private static Node any(Node node) {
    return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
  }
}
