package org.dramatis.query.engine;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateAdd;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateCopy;
import org.apache.jena.sparql.modify.request.UpdateCreate;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDrop;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateMove;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** What a request adds to the operations of an update that it carries. */
public final class UpdateOperations {

  private UpdateOperations() {}

  /** Lets every operation look at these graphs, by the protocol's parameters. */
  public static void choose(
      UpdateRequest request, List<String> defaultGraphs, List<String> namedGraphs)
      throws QueryFailedException {
    if (defaultGraphs.isEmpty() && namedGraphs.isEmpty()) {
      return;
    }
    for (Update operation : request) {
      if (operation instanceof UpdateWithUsing modify) {
        refuseIf(
            modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty(),
            "the update itself says WITH, USING or USING NAMED");
        defaultGraphs.forEach(iri -> modify.addUsing(NodeFactory.createURI(iri)));
        namedGraphs.forEach(iri -> modify.addUsingNamed(NodeFactory.createURI(iri)));
      }
      refuseIf(
          operation instanceof UpdateDeleteWhere,
          "DELETE WHERE has no USING; say DELETE { … } WHERE { … }");
    }
  }

  /**
   * Refuses to create a graph that is there, and to clear or drop one that is not, unless the
   * operation is silent. The engine would pass over it.
   */
  public static void requirePossible(Update operation, DatasetGraph target)
      throws QueryFailedException {
    switch (operation) {
      case UpdateCreate create when !create.isSilent() ->
          requireThere(false, create.getGraph(), target);
      case UpdateDropClear ending when ending.isOneGraph() && !ending.isSilent() ->
          requireThere(true, ending.getGraph(), target);
      default -> {}
    }
  }

  private static void requireThere(boolean wanted, Node graph, DatasetGraph target)
      throws QueryFailedException {
    boolean named = !Quad.isDefaultGraph(graph) && !Quad.isUnionGraph(graph);
    if (named && target.containsGraph(graph) != wanted) {
      String is = wanted ? "there is no graph <%s>" : "there is a graph <%s> already";
      throw new QueryFailedException(new QueryProblem.Unworkable(is.formatted(graph.getURI())));
    }
  }

  /** The operations by their keywords, for somebody who reads a list of changes. */
  public static String summary(UpdateRequest request) {
    List<String> words =
        request.getOperations().stream().map(UpdateOperations::words).distinct().toList();
    return words.isEmpty() ? "nothing" : String.join(", ", words);
  }

  private static String words(Update operation) {
    return switch (operation) {
      case UpdateDataInsert _ -> "INSERT DATA";
      case UpdateDataDelete _ -> "DELETE DATA";
      case UpdateDeleteWhere _ -> "DELETE WHERE";
      case UpdateModify modify when !modify.hasDeleteClause() -> "INSERT";
      case UpdateModify modify when !modify.hasInsertClause() -> "DELETE";
      case UpdateModify _ -> "DELETE INSERT";
      case UpdateCreate _ -> "CREATE";
      case UpdateDrop _ -> "DROP";
      case UpdateClear _ -> "CLEAR";
      case UpdateLoad _ -> "LOAD";
      case UpdateAdd _ -> "ADD";
      case UpdateCopy _ -> "COPY";
      case UpdateMove _ -> "MOVE";
      default -> "another operation";
    };
  }

  private static void refuseIf(boolean conflict, String reason) throws QueryFailedException {
    if (conflict) {
      throw new QueryFailedException(
          new QueryProblem.BadParameter("using-graph-uri, using-named-graph-uri", reason));
    }
  }

  /**
   * The same for a dataset whose default graph is the union of the others: what empties all graphs
   * empties the named ones, and the union follows.
   */
  public static UpdateRequest onUnion(UpdateRequest request) {
    UpdateRequest adapted = new UpdateRequest();
    for (Update operation : request) {
      adapted.add(
          switch (operation) {
            case UpdateDrop drop when drop.isAll() -> new UpdateDrop(Target.NAMED, drop.isSilent());
            case UpdateClear clear when clear.isAll() ->
                new UpdateClear(Target.NAMED, clear.isSilent());
            default -> operation;
          });
    }
    return adapted;
  }
}
