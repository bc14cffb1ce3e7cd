package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.dramatis.model.Terms;
import org.dramatis.query.mistake.Spelling;

/** Graphs that are asked and do not exist. */
final class Graphs {

  private static final int MOST_COMPARED = 2_000;

  private Graphs() {}

  static List<Warning> of(Query query, DatasetGraph dataset) {
    Set<Node> asked = new LinkedHashSet<>();
    query.getGraphURIs().forEach(iri -> asked.add(NodeFactory.createURI(iri)));
    query.getNamedGraphURIs().forEach(iri -> asked.add(NodeFactory.createURI(iri)));
    collect(query, asked);
    List<Warning> warnings = new ArrayList<>();
    for (Node name : asked) {
      boolean known = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name);
      if (!known && !dataset.containsGraph(name)) {
        String near =
            near(name, dataset).map(iri -> "; did you mean " + show(iri) + "?").orElse("");
        warnings.add(
            new Warning(
                Warning.Code.UNKNOWN_GRAPH, "there is no graph " + Terms.show(name) + near));
      }
    }
    return warnings;
  }

  private static void collect(Query query, Set<Node> asked) {
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementNamedGraph graph) {
            if (graph.getGraphNameNode().isURI()) {
              asked.add(graph.getGraphNameNode());
            }
          }

          @Override
          public void visit(ElementSubQuery sub) {
            collect(sub.getQuery(), asked);
          }
        });
  }

  private static String show(String iri) {
    return Terms.show(NodeFactory.createURI(iri));
  }

  private static Optional<String> near(Node name, DatasetGraph dataset) {
    List<String> names = new ArrayList<>();
    Iterator<Node> graphs = dataset.listGraphNodes();
    while (graphs.hasNext() && names.size() < MOST_COMPARED) {
      Node graph = graphs.next();
      if (graph.isURI()) {
        names.add(graph.getURI());
      }
    }
    return Spelling.nearest(name.getURI(), names);
  }
}
