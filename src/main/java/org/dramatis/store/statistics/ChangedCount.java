package org.dramatis.store.statistics;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.store.Snapshot;

/**
 * Counts by a look at what differs between two versions, whichever is the newer: what each of these
 * statements did to the numbers is taken back as the one version has it, and added as the other has
 * it. What has another type than before is looked at with all that is said of it and leads to it.
 */
final class ChangedCount {

  private final Graph then;
  private final Graph now;
  private final Types typesThen;
  private final Types typesNow;
  private final Sums sums;
  private final long most;
  private final Runnable check;

  private ChangedCount(Statistics known, Graph then, Graph now, long most, Runnable check) {
    this.then = then;
    this.now = now;
    this.typesThen = new Types(then);
    this.typesNow = new Types(now);
    this.sums = new Sums(known);
    this.most = most;
    this.check = check;
  }

  /**
   * Counts.
   *
   * @param known what there is in a version
   * @param then that version
   * @param now the version to be counted
   * @param touched all that may be in one of them and not in the other
   * @param most how many statements may be looked at
   * @param check is run again and again, and may throw to give it up
   * @return nothing if more statements would have to be looked at
   */
  static Optional<Statistics> of(
      Statistics known, Snapshot then, Snapshot now, Set<Quad> touched, long most, Runnable check) {
    ChangedCount count =
        new ChangedCount(
            known, then.dataset().getDefaultGraph(), now.dataset().getDefaultGraph(), most, check);
    Set<Triple> changed = new HashSet<>();
    for (Quad quad : touched) {
      check.run();
      if (!quad.isDefaultGraph()) {
        count.graph(quad, then, now);
      }
      if (count.then.contains(quad.asTriple()) != count.now.contains(quad.asTriple())) {
        changed.add(quad.asTriple());
      }
    }
    return count.add(changed) ? Optional.of(count.sums.of(now.version())) : Optional.empty();
  }

  private void graph(Quad quad, Snapshot before, Snapshot after) {
    boolean was = before.dataset().contains(quad);
    boolean is = after.dataset().contains(quad);
    if (was != is) {
      sums.inGraph(quad.getGraph(), is ? 1 : -1);
    }
  }

  private boolean add(Set<Triple> changed) {
    Set<Triple> affected = new HashSet<>(changed);
    for (Triple triple : changed) {
      if (triple.getPredicate().equals(RDF.Nodes.type) && !around(triple.getSubject(), affected)) {
        return false;
      }
    }
    Set<Triple> ends = new HashSet<>();
    for (Triple triple : affected) {
      check.run();
      statement(triple);
      Node subject = triple.getSubject();
      if (ends.add(Triple.create(subject, triple.getPredicate(), Node.ANY))) {
        subjectOf(subject, triple.getPredicate());
      }
      if (ends.add(Triple.create(subject, Node.ANY, Node.ANY))) {
        subject(subject);
      }
    }
    for (Triple triple : changed) {
      check.run();
      Node object = triple.getObject();
      if (ends.add(Triple.create(Node.ANY, triple.getPredicate(), object))) {
        objectOf(triple.getPredicate(), object);
      }
      if (ends.add(Triple.create(Node.ANY, Node.ANY, object))) {
        object(object);
      }
    }
    return true;
  }

  /** All that is said of something and leads to it; false if that is too much. */
  private boolean around(Node retyped, Set<Triple> affected) {
    return collect(then, retyped, Node.ANY, affected)
        && collect(then, Node.ANY, retyped, affected)
        && collect(now, retyped, Node.ANY, affected)
        && collect(now, Node.ANY, retyped, affected);
  }

  private boolean collect(Graph graph, Node subject, Node object, Set<Triple> affected) {
    var found = graph.find(subject, Node.ANY, object);
    try {
      while (found.hasNext()) {
        check.run();
        affected.add(found.next());
        if (affected.size() > most) {
          return false;
        }
      }
      return true;
    } finally {
      found.close();
    }
  }

  private void statement(Triple triple) {
    if (then.contains(triple)) {
      sums.statement(triple, typesThen, -1);
    }
    if (now.contains(triple)) {
      sums.statement(triple, typesNow, 1);
    }
  }

  private void subject(Node subject) {
    if (then.contains(subject, Node.ANY, Node.ANY)) {
      sums.subject(subject, typesThen, -1);
    }
    if (now.contains(subject, Node.ANY, Node.ANY)) {
      sums.subject(subject, typesNow, 1);
    }
  }

  private void subjectOf(Node subject, Node property) {
    if (then.contains(subject, property, Node.ANY)) {
      sums.subjectOf(subject, property, typesThen, -1);
    }
    if (now.contains(subject, property, Node.ANY)) {
      sums.subjectOf(subject, property, typesNow, 1);
    }
  }

  private void object(Node object) {
    if (then.contains(Node.ANY, Node.ANY, object)) {
      sums.object(-1);
    }
    if (now.contains(Node.ANY, Node.ANY, object)) {
      sums.object(1);
    }
  }

  private void objectOf(Node property, Node object) {
    if (then.contains(Node.ANY, property, object)) {
      sums.objectOf(property, -1);
    }
    if (now.contains(Node.ANY, property, object)) {
      sums.objectOf(property, 1);
    }
  }
}
