package org.dramatis.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.model.Namespaces;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;

/**
 * What became of an entity in a version: an immutable member of an event stream.
 *
 * @param entity an IRI
 * @param version in which it was changed
 * @param kind what happened to it
 * @param state all that is said of it from then on, with what is said of its blank nodes; of one
 *     that is gone, what the service has on record
 */
record EntityVersion(Node entity, Version version, Kind kind, Graph state) {

  /** What happened, in the terms of ActivityStreams. */
  enum Kind {
    CREATE("Create"),
    UPDATE("Update"),
    DELETE("Delete");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** The name of the term, without its namespace. */
    String title() {
      return title;
    }

    Node term() {
      return NodeFactory.createURI("https://www.w3.org/ns/activitystreams#" + title);
    }
  }

  /** What became of an entity between two versions that follow one another. */
  static EntityVersion of(Node entity, Version version, Snapshot before, Snapshot after) {
    boolean was = isSaidOf(entity, before);
    boolean is = isSaidOf(entity, after);
    Kind kind = !is ? Kind.DELETE : was ? Kind.UPDATE : Kind.CREATE;
    return new EntityVersion(entity, version, kind, state(entity, after));
  }

  /** What the service has on record of an entity, it still has when the entity is gone. */
  private static boolean isSaidOf(Node entity, Snapshot snapshot) {
    for (Iterator<Quad> quads = snapshot.statements(entity); quads.hasNext(); ) {
      if (!quads.next().getGraph().equals(ServiceRecord.GRAPH)) {
        return true;
      }
    }
    return false;
  }

  private static Graph state(Node entity, Snapshot snapshot) {
    Graph state = GraphFactory.createDefaultGraph();
    Set<Node> seen = new HashSet<>(Set.of(entity));
    Deque<Node> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      snapshot
          .statements(open.pop())
          .forEachRemaining(quad -> {
            state.add(quad.asTriple());
            Node object = quad.getObject();
            if (object.isBlank() && seen.add(object)) {
              open.add(object);
            }
          });
    }
    return state;
  }

  /**
   * The name of this version of it. Below our base it is the address where it was so; what others
   * have named is told of where the version is.
   */
  Node name() {
    String iri = entity.getURI();
    if (!iri.startsWith(Namespaces.BASE)) {
      String encoded = URLEncoder.encode(iri, StandardCharsets.UTF_8);
      return NodeFactory.createURI(Namespaces.BASE + "history/" + version + "#" + encoded);
    }
    int fragment = iri.indexOf('#');
    String behind = fragment < 0 ? "" : iri.substring(fragment);
    String page = fragment < 0 ? iri : iri.substring(0, fragment);
    return NodeFactory.createURI(page + "?version=" + version + behind);
  }

  /** What is said of it, said of this version of it; so is what is said of its blank nodes. */
  Graph renamed() {
    Graph renamed = GraphFactory.createDefaultGraph();
    state
        .find()
        .forEachRemaining(triple ->
            renamed.add(
                triple.getSubject().equals(entity) ? name() : ofThis(triple.getSubject()),
                triple.getPredicate(),
                ofThis(triple.getObject())));
    return renamed;
  }

  /** On a page it may stand beside other versions of itself. */
  private Node ofThis(Node node) {
    return node.isBlank()
        ? NodeFactory.createBlankNode(node.getBlankNodeLabel() + "v" + version)
        : node;
  }
}
