package org.dramatis.query.warning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.ingest.Successors;
import org.dramatis.model.Namespaces;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Terms;

/** Identifiers that a query names, and that were merged into others or retired. */
final class GoneNames {

  private static final Pattern ENTITY =
      Pattern.compile("<(" + Pattern.quote(Namespaces.BASE) + "id/[^>\\s]+)>");

  private GoneNames() {}

  /** Nothing is looked for as long as nothing has gone. */
  static List<Warning> of(Query query, DatasetGraph dataset) {
    if (!dataset.contains(ServiceRecord.GRAPH, Node.ANY, ServiceRecord.ENDED, Node.ANY)) {
      return List.of();
    }
    List<Warning> warnings = new ArrayList<>();
    for (Node name : named(query)) {
      if (dataset.contains(ServiceRecord.GRAPH, name, ServiceRecord.ENDED, Node.ANY)) {
        warnings.add(new Warning(Warning.Code.GONE_IRI, tell(name, dataset)));
      }
    }
    return warnings;
  }

  private static String tell(Node name, DatasetGraph dataset) {
    Node successor = Successors.of(dataset).last(name);
    return successor.equals(name)
        ? Terms.show(name) + " was retired: nothing is said of it any more"
        : "%s was replaced by %s; ask for that".formatted(Terms.show(name), Terms.show(successor));
  }

  /** As the algebra is written, which has no prefixes; also what a DESCRIBE names. */
  private static Set<Node> named(Query query) {
    Set<Node> names =
        new LinkedHashSet<>(query.getResultURIs() == null ? List.of() : query.getResultURIs());
    if (query.getQueryPattern() != null) {
      Matcher entity = ENTITY.matcher(Algebra.compile(query).toString());
      while (entity.find()) {
        names.add(NodeFactory.createURI(entity.group(1)));
      }
    }
    return names;
  }
}
