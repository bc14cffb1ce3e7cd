package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.model.Labels;
import org.dramatis.query.catalogue.PublishedQuery;

/**
 * The beginning of the answer to a published question.
 *
 * @param query the question
 * @param variables the names of the columns
 * @param rows the first rows
 * @param cut whether there are more
 */
public record Excerpt(
    PublishedQuery query, List<String> variables, List<List<Optional<Shown>>> rows, boolean cut) {

  private static final int MOST = 4;

  /** Reads no more rows than it shows, and one to know whether there are more. */
  public static Excerpt of(PublishedQuery query, RowSet answer, Graph data) {
    List<Var> variables = answer.getResultVars();
    List<List<Optional<Shown>>> rows = new ArrayList<>();
    while (rows.size() < MOST && answer.hasNext()) {
      Binding row = answer.next();
      rows.add(
          variables.stream()
              .map(variable -> Optional.<Node>ofNullable(row.get(variable)))
              .map(value -> value.map(node -> show(node, data)))
              .toList());
    }
    return new Excerpt(
        query, variables.stream().map(Var::getVarName).toList(), rows, answer.hasNext());
  }

  private static Shown show(Node node, Graph data) {
    return LocalLinks.NEWEST.show(node, node.isURI() ? Labels.of(data, node) : Optional.empty());
  }

  /** The whole answer. */
  public Link answer() {
    return new Link(address() + ".html", cut ? "All of it" : "The answer by itself");
  }

  /** How it is asked. */
  public Link written() {
    return new Link(address(), "How it is asked");
  }

  /** Where the question is. */
  public String address() {
    return "/queries/" + query.path();
  }
}
