package org.dramatis.query.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.dramatis.query.Substitution;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/**
 * A question that is ready to run; if it is published with the data, documented and typed as well.
 *
 * @param topic the folder it stands in
 * @param name its name in that folder
 * @param head what it says of itself
 * @param parameters what it can be given, in the order in which the query uses them
 * @param text the file as it is written
 * @param query the parsed query, with its parameters still variables
 * @param unaided the text to send when nobody gives a value, if it runs without one
 */
public record PublishedQuery(
    String topic,
    String name,
    Decorators head,
    List<Parameter> parameters,
    String text,
    Query query,
    Optional<String> unaided) {

  /** Topic and name, which no other query has. */
  public String path() {
    return topic + "/" + name;
  }

  /** The same query with another text to send. */
  PublishedQuery sentAs(Optional<String> unaidedText) {
    return new PublishedQuery(topic, name, head, parameters, text, query, unaidedText);
  }

  /** The question in one line. */
  public String title() {
    return head.summary();
  }

  /** What the answer holds. */
  public String description() {
    return head.description();
  }

  /** Words to find it by. */
  public List<String> tags() {
    return head.tags();
  }

  /** The rows of a page, if the answer comes in pages. */
  public OptionalInt pagination() {
    return head.pagination();
  }

  /** The methods by which it is asked over HTTP. */
  public List<String> methods() {
    return head.method().map(only -> List.of(only.name())).orElse(List.of("GET", "POST"));
  }

  /** The query with values in place of its parameters; what is not given has its default. */
  public Query with(Map<String, String> values) throws QueryFailedException {
    return filled(terms(values));
  }

  /** What is put in place of its parameters; what is not given has its default. */
  public Map<Var, Node> terms(Map<String, String> values) throws QueryFailedException {
    for (String name : values.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new QueryFailedException(new QueryProblem.BadParameter(name, unknown()));
      }
    }
    Map<Var, Node> terms = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      term(parameter, values).ifPresent(term -> terms.put(parameter.variable(), term));
    }
    return terms;
  }

  /** The query with terms in place of its parameters. */
  public Query filled(Map<Var, Node> terms) throws QueryFailedException {
    try {
      return terms.isEmpty() ? query : Substitution.apply(query, terms);
    } catch (RuntimeException misplaced) {
      // Jena has no common type for what it says when a variable is also assigned by the query.
      String reason = String.valueOf(misplaced.getMessage());
      throw new QueryFailedException(
          new QueryProblem.BadParameter(
              String.join(", ", terms.keySet().stream().map(Var::getVarName).toList()),
              "no value can be put there: " + reason),
          misplaced);
    }
  }

  private static Optional<Node> term(Parameter parameter, Map<String, String> values)
      throws QueryFailedException {
    String value = values.get(parameter.name());
    if (value != null) {
      return Optional.of(parameter.parse(value));
    }
    if (parameter.required()) {
      throw parameter.problem("a value is missing: " + parameter.type().label());
    }
    return parameter.defaultValue();
  }

  private String unknown() {
    return parameters.isEmpty()
        ? "this query takes no parameters"
        : path()
            + " takes "
            + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
