package org.dramatis.store.statistics;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.store.Snapshot;

/** Counts by a look at every statement. */
final class WholeCount {

  private final Sums sums = new Sums();
  private final Distinct subjects = new Distinct();
  private final Distinct objects = new Distinct();
  private final Distinct subjectsOf = new Distinct();
  private final Distinct objectsOf = new Distinct();
  private final Types types;
  private Optional<Triple> last = Optional.empty();

  private WholeCount(Graph all) {
    this.types = new Types(all);
  }

  /**
   * Counts.
   *
   * @param check is run again and again, and may throw to give it up
   */
  static Statistics of(Snapshot snapshot, Runnable check) {
    Graph all = snapshot.dataset().getDefaultGraph();
    WholeCount count = new WholeCount(all);
    Iterator<Triple> statements = all.find();
    while (statements.hasNext()) {
      check.run();
      count.add(statements.next());
    }
    Iterator<Quad> named = snapshot.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    while (named.hasNext()) {
      check.run();
      count.sums.inGraph(named.next().getGraph(), 1);
    }
    return count.sums.of(snapshot.version());
  }

  private void add(Triple triple) {
    Node subject = triple.getSubject();
    Node property = triple.getPredicate();
    sums.statement(triple, types, 1);
    boolean sameSubject = last.map(before -> before.getSubject().equals(subject)).orElse(false);
    if (!sameSubject && subjects.isNew(subject)) {
      sums.subject(subject, types, 1);
    }
    boolean samePair =
        sameSubject && last.map(before -> before.getPredicate().equals(property)).orElse(false);
    if (!samePair && subjectsOf.isNew(subject, property)) {
      sums.subjectOf(subject, property, types, 1);
    }
    if (objectsOf.isNew(property, triple.getObject())) {
      sums.objectOf(property, 1);
      if (objects.isNew(triple.getObject())) {
        sums.object(1);
      }
    }
    last = Optional.of(triple);
  }
}
