package org.dramatis.http.published;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.dramatis.http.endpoint.PerVersion;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Choices;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values with which a query finds something, for the parameters of which it wants them offered.
 * They are looked for once for each version of the data.
 */
public final class OfferedValues {

  private static final Logger LOG = LoggerFactory.getLogger(OfferedValues.class);

  private static final int MOST = 200;
  private static final Duration QUICKLY = Duration.ofSeconds(1);

  private record Of(String path, String parameter) {}

  private final PerVersion<Map<Of, List<Node>>> values;

  /** Values that are found in the store. */
  public OfferedValues(
      Store store, QueryRunner runner, Settings.Limits limits, Supplier<Catalogue> catalogue) {
    this.values = new PerVersion<>(store, snapshot -> find(snapshot, runner, limits, catalogue));
  }

  /** The values of each parameter of a query that has some to offer, by its name. */
  public Map<String, List<Node>> of(PublishedQuery query) throws IOException {
    Map<String, List<Node>> offered = new LinkedHashMap<>();
    for (Parameter parameter : query.parameters()) {
      List<Node> nodes =
          switch (parameter.choices()) {
            case Choices.Free() -> List.of();
            case Choices.Listed(List<Node> listed) -> listed;
            case Choices.Offered() ->
                values.get().getOrDefault(new Of(query.path(), parameter.name()), List.of());
          };
      if (!nodes.isEmpty()) {
        offered.put(parameter.name(), nodes);
      }
    }
    return offered;
  }

  private static Map<Of, List<Node>> find(
      Snapshot snapshot, QueryRunner runner, Settings.Limits limits, Supplier<Catalogue> catalogue)
      throws IOException {
    Map<Of, List<Node>> found = new LinkedHashMap<>();
    for (PublishedQuery query : catalogue.get().queries()) {
      for (Parameter parameter : query.parameters()) {
        if (parameter.choices() instanceof Choices.Offered) {
          found.put(
              new Of(query.path(), parameter.name()),
              find(question(query.query(), parameter.variable()), snapshot, runner, limits));
        }
      }
    }
    return found;
  }

  /** A form is worth having without them. */
  private static List<Node> find(
      Query query, Snapshot snapshot, QueryRunner runner, Settings.Limits limits)
      throws IOException {
    Var variable = query.getProjectVars().getFirst();
    try (Budget budget = Budget.of(QUICKLY, limits.memory())) {
      return runner.run(
          query,
          snapshot,
          budget,
          (_, answer) -> {
            List<Node> nodes = new ArrayList<>();
            if (answer instanceof Answer.Rows rows) {
              rows.rows().forEachRemaining(row -> nodes.add(row.get(variable)));
            }
            return nodes;
          });
    } catch (QueryFailedException failed) {
      LOG.warn("The values of ?{} cannot be offered", variable.getVarName(), failed);
      return List.of();
    }
  }

  /** Which values the variable has where the query finds something. */
  private static Query question(Query query, Var variable) {
    Query question = QueryFactory.make();
    question.setSyntax(query.getSyntax());
    question.setQuerySelectType();
    question.setDistinct(true);
    question.addResultVar(variable);
    question.setQueryPattern(query.getQueryPattern());
    query.getGraphURIs().forEach(question::addGraphURI);
    query.getNamedGraphURIs().forEach(question::addNamedGraphURI);
    question.addOrderBy(variable, Query.ORDER_ASCENDING);
    question.setLimit(MOST);
    return question;
  }
}
