package org.dramatis.query.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/**
 * A parameter of a published query. Its variable tells name, type and whether it may be left out,
 * by the convention of grlc: {@code ?_person_iri}, {@code ?_count_integer}, {@code ?__title_en}.
 *
 * @param variable the variable that stands for it in the query
 * @param name the name by which a value is given
 * @param type what it takes
 * @param optional whether the query also runs without it
 * @param defaultValue what it is when nobody says
 * @param choices which values of the type it may have
 */
public record Parameter(
    Var variable,
    String name,
    ParameterType type,
    boolean optional,
    Optional<Node> defaultValue,
    Choices choices) {

  private static final Pattern CONVENTION =
      Pattern.compile("_(?<optional>_)?(?<name>[A-Za-z0-9]+)(?:_(?<type>[A-Za-z0-9]+))?");

  /** What is said in the same place about how the answer is sent. */
  public static final Set<String> RESERVED =
      Set.of("check", "explain", "format", "page", "query", "timeout", "update", "version", "why");

  /** Whether a variable is meant as a parameter. */
  static boolean isParameter(Var variable) {
    return variable.getVarName().startsWith("_");
  }

  /** The parameter that a variable stands for, or nothing if its name is against the convention. */
  static Optional<Parameter> of(Var variable) {
    Matcher matcher = CONVENTION.matcher(variable.getVarName());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = Optional.ofNullable(matcher.group("type")).orElse("");
    boolean optional = matcher.group("optional") != null;
    String name = matcher.group("name");
    return ParameterType.named(suffix)
        .map(type ->
            new Parameter(variable, name, type, optional, Optional.empty(), new Choices.Free()));
  }

  /** The same parameter with a default value. */
  Parameter withDefault(Node value) {
    return new Parameter(variable, name, type, optional, Optional.of(value), choices);
  }

  /** The same parameter with a choice of values. */
  Parameter withChoices(Choices newChoices) {
    return new Parameter(variable, name, type, optional, defaultValue, newChoices);
  }

  /** The same parameter, without which the query also runs. */
  Parameter asOptional() {
    return new Parameter(variable, name, type, true, defaultValue, choices);
  }

  /** The term for a value that somebody gave. */
  Node parse(String value) throws QueryFailedException {
    Node term =
        type.parse(value)
            .orElseThrow(() ->
                problem(
                    "'%s' is not %s; for example: %s"
                        .formatted(value, type.label(), type.example())));
    if (choices instanceof Choices.Listed(List<Node> values) && !values.contains(term)) {
      throw problem(
          "'%s' is none of its values: %s"
              .formatted(
                  value,
                  values.stream().map(Parameter::written).collect(Collectors.joining(", "))));
    }
    return term;
  }

  /** Whether the query cannot run before somebody gives a value. */
  public boolean required() {
    return !optional && defaultValue.isEmpty();
  }

  /** A value that it takes. */
  public String example() {
    return switch (choices) {
      case Choices.Listed(List<Node> values) when !values.isEmpty() -> written(values.getFirst());
      case Choices.Listed _, Choices.Free _, Choices.Offered _ ->
          defaultValue.map(Parameter::written).orElseGet(type::example);
    };
  }

  /** A value as somebody would give it. */
  public static String written(Node value) {
    return value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
  }

  /** A complaint about this parameter. */
  QueryFailedException problem(String reason) {
    return new QueryFailedException(new QueryProblem.BadParameter(name, reason));
  }
}
