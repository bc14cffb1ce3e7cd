package org.dramatis.http.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.dramatis.query.catalogue.Choices;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/**
 * A published query as a page: what it asks, what it can be given, how it is written.
 *
 * @param offered values that its parameters may be given, by their names
 * @param cites whether it can be cited from here
 */
public record QueryPage(PublishedQuery query, Map<String, List<Node>> offered, boolean cites)
    implements Page {

  /**
   * Where a parameter is given its value.
   *
   * @param value what stands there from the beginning
   * @param values the only ones that it may have, if there are such
   * @param suggestions some that it may have
   */
  public record Field(
      String name,
      String type,
      String example,
      boolean required,
      String value,
      Optional<List<String>> values,
      List<String> suggestions) {}

  @Override
  public String title() {
    return query.title();
  }

  @Override
  public Section section() {
    return Section.QUERIES;
  }

  /** The address at which it is asked. */
  public String address() {
    return "/queries/" + query.path();
  }

  /** Where it can be changed, if it can be asked without a value. */
  public Optional<Link> editor() {
    return query
        .unaided()
        .map(text -> new Link("/query?query=" + Link.encoded(text), "Change it in the editor"));
  }

  /** How it is asked. */
  public String method() {
    return query.methods().getFirst().toLowerCase(Locale.ROOT);
  }

  /** Where its parameters are given their values. */
  public List<Field> fields() {
    return query.parameters().stream().map(this::field).toList();
  }

  private Field field(Parameter parameter) {
    return new Field(
        parameter.name(),
        parameter.type().label(),
        parameter.type().example(),
        parameter.required(),
        parameter.defaultValue().map(Parameter::written).orElse(""),
        parameter.choices() instanceof Choices.Listed(List<Node> values)
            ? Optional.of(written(values))
            : Optional.empty(),
        written(offered.getOrDefault(parameter.name(), List.of())));
  }

  private static List<String> written(List<Node> values) {
    return values.stream().map(Parameter::written).toList();
  }

  /** A button that cites its answer. */
  public Optional<CiteForm> cite() {
    return cites && query.unaided().isPresent()
        ? Optional.of(CiteForm.published(query.path()))
        : Optional.empty();
  }

  /** How the same is asked in a terminal, on the machine of the server. */
  public String command() {
    boolean gets = query.methods().contains("GET");
    StringBuilder command = new StringBuilder(gets ? "curl -G" : "curl");
    command.append(" http://localhost:3030").append(address());
    for (Parameter parameter : query.parameters()) {
      command.append(
          " \\\n  --data-urlencode '%s=%s'"
              .formatted(parameter.name(), parameter.example().replace("'", "'\\''")));
    }
    boolean posts = !gets && query.parameters().isEmpty();
    return command.append(posts ? " -d ''" : "").append('\n').toString();
  }
}
