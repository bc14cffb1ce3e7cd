package org.dramatis.query.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.query.Substitution;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** Reads the text of a query file; every problem of it goes into the given list. */
final class QueryReader {

  private final String shown;
  private final List<Problem> problems;

  /** Reads a file that problems call by the given name. */
  QueryReader(String shown, List<Problem> problems) {
    this.shown = shown;
    this.problems = problems;
  }

  /** A query that is published under topic and name, or nothing if a problem was found. */
  Optional<PublishedQuery> read(String topic, String name, String text) {
    int before = problems.size();
    Optional<Decorators> decorators = new DecoratorReader(this::malformedHead).read(text);
    Optional<Query> query = parse(text);
    if (decorators.isEmpty() || query.isEmpty()) {
      return Optional.empty();
    }
    List<Parameter> parameters = parameters(query.get(), decorators.get());
    if (problems.size() > before) {
      return Optional.empty();
    }
    Decorators head = decorators.get();
    PublishedQuery published =
        new PublishedQuery(topic, name, head, parameters, text, query.get(), Optional.empty());
    checkSubstitution(published);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(published.sentAs(unaided(text, query.get(), parameters)));
  }

  /**
   * A query that nobody published and that says nothing of itself, or nothing if a problem was
   * found. Its variables may have any names; those that look like parameters can be given values.
   */
  Optional<PublishedQuery> readPlain(String text) {
    return parse(text)
        .map(query ->
            new PublishedQuery(
                "", shown, plainHead(), plainParameters(query), text, query, Optional.of(text)));
  }

  private Decorators plainHead() {
    return new Decorators(
        shown, "", List.of(), Map.of(), Map.of(), OptionalInt.empty(), Optional.empty());
  }

  private static Optional<String> unaided(String text, Query query, List<Parameter> parameters) {
    if (parameters.stream().anyMatch(Parameter::required)) {
      return Optional.empty();
    }
    Map<Var, Node> defaults = new LinkedHashMap<>();
    parameters.forEach(p -> p.defaultValue().ifPresent(v -> defaults.put(p.variable(), v)));
    return Optional.of(
        defaults.isEmpty()
            ? text.lines()
                .dropWhile(line -> line.startsWith("#+"))
                .collect(Collectors.joining("\n", "", "\n"))
            : Substitution.apply(query, defaults).toString());
  }

  private static List<Parameter> plainParameters(Query query) {
    return Substitution.variables(query).stream()
        .filter(Parameter::isParameter)
        .flatMap(variable -> Parameter.of(variable).stream())
        .map(Parameter::asOptional)
        .toList();
  }

  private Optional<Query> parse(String text) {
    try {
      Query query = Sparql.parse(text);
      Substitution.joinHavingConditions(query);
      return Optional.of(query);
    } catch (QueryFailedException failed) {
      if (failed.problem() instanceof QueryProblem.Unparsable unparsable) {
        problems.add(
            new Problem.Malformed(
                new Place(
                    shown, unparsable.line(), unparsable.line() == 0 ? 0 : unparsable.column()),
                unparsable.reason(),
                unparsable.mistake().hint().orElse("write it in SPARQL 1.2")));
      } else {
        report(0, failed.problem().message(), "ask in plain SPARQL 1.2");
      }
      return Optional.empty();
    }
  }

  private List<Parameter> parameters(Query query, Decorators decorators) {
    Map<String, Parameter> byName = new HashMap<>();
    List<Parameter> parameters = new ArrayList<>();
    for (Var variable : Substitution.variables(query)) {
      if (Parameter.isParameter(variable)) {
        parameter(variable, decorators)
            .filter(parameter -> isNew(parameter, byName))
            .ifPresent(parameters::add);
      }
    }
    checkNames("a default", decorators.defaults().keySet(), byName.keySet());
    checkNames("values", decorators.enumerate().keySet(), byName.keySet());
    if (decorators.pagination().isPresent() && !query.isSelectType()) {
      report(1, "comes in pages, but has no rows", "take the decorator 'pagination' out");
    }
    return parameters;
  }

  private void checkNames(String what, Set<String> named, Set<String> known) {
    for (String name : named) {
      if (!known.contains(name)) {
        report(
            1,
            "has %s for '%s', which is none of its parameters".formatted(what, name),
            "take it out, or use a variable such as ?_" + name + "_iri");
      }
    }
  }

  private Optional<Parameter> parameter(Var variable, Decorators decorators) {
    Optional<Parameter> parameter = Parameter.of(variable);
    if (parameter.isEmpty()) {
      report(
          0,
          "has the variable " + variable + ", which is no parameter that is known",
          "name it like ?_name, ?_name_iri, ?_name_integer, ?_name_decimal, ?_name_date,"
              + " ?_name_boolean or ?_name_en");
      return parameter;
    }
    if (Parameter.RESERVED.contains(parameter.get().name())) {
      report(
          0,
          "has the parameter '%s', which says how the answer is sent"
              .formatted(parameter.get().name()),
          "give it another name");
      return Optional.empty();
    }
    return Optional.of(withDefault(withChoices(parameter.get(), decorators), decorators));
  }

  private Parameter withChoices(Parameter parameter, Decorators decorators) {
    List<String> values = decorators.enumerate().get(parameter.name());
    if (values == null) {
      return parameter;
    }
    if (values.isEmpty()) {
      return parameter.withChoices(new Choices.Offered());
    }
    List<Node> terms = new ArrayList<>();
    for (String value : values) {
      try {
        terms.add(parameter.parse(value));
      } catch (QueryFailedException badValue) {
        report(1, "lists a bad value: " + badValue.problem().message(), "mend the value");
      }
    }
    return parameter.withChoices(new Choices.Listed(terms));
  }

  private Parameter withDefault(Parameter parameter, Decorators decorators) {
    String value = decorators.defaults().get(parameter.name());
    if (value == null) {
      return parameter;
    }
    try {
      return parameter.withDefault(parameter.parse(value));
    } catch (QueryFailedException badDefault) {
      report(1, "has a bad default: " + badDefault.problem().message(), "mend the default");
      return parameter;
    }
  }

  private boolean isNew(Parameter parameter, Map<String, Parameter> byName) {
    Parameter other = byName.putIfAbsent(parameter.name(), parameter);
    if (other != null) {
      report(
          0,
          "uses the parameter '"
              + parameter.name()
              + "' as "
              + other.variable()
              + " and as "
              + parameter.variable(),
          "use one of them throughout");
    }
    return other == null;
  }

  /** Tries values out, so that whoever runs the query later cannot meet a query that breaks. */
  private void checkSubstitution(PublishedQuery published) {
    Map<String, String> samples =
        published.parameters().stream()
            .collect(Collectors.toMap(Parameter::name, Parameter::example));
    try {
      String filled = published.with(samples).toString();
      Query again = Sparql.parse(filled);
      again.setBase(null);
      if (!published.parameters().isEmpty() && !again.toString().equals(filled)) {
        report(0, "reads differently once it is written out", "write it more plainly");
      }
      for (Parameter parameter : published.parameters()) {
        if (filled.matches("(?s).*[?$]\\Q" + parameter.variable().getVarName() + "\\E\\b.*")) {
          misplaced("it is still there afterwards");
        }
      }
    } catch (QueryFailedException | RuntimeException untenable) {
      misplaced(String.valueOf(untenable.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private void misplaced(String why) {
    report(
        0,
        "has a parameter where no value can be put: " + why,
        "use parameters where a term may stand, not after SELECT, AS, VALUES, ORDER BY or GROUP"
            + " BY");
  }

  private void malformedHead(String what, long line) {
    report(line, what, "write the head in grlc's decorators");
  }

  private void report(long line, String what, String remedy) {
    problems.add(new Problem.Malformed(Place.of(shown, line), what, remedy));
  }
}
