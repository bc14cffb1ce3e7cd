package org.dramatis.http.openapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.dramatis.http.published.OfferedValues;
import org.dramatis.http.published.PublishedEndpoint;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.PublishedQuery;

/**
 * The published queries as operations.
 *
 * @param offered values for their parameters
 */
record PublishedOperations(OfferedValues offered) {

  private static final String FORM = "application/x-www-form-urlencoded";

  List<Operation> of(Catalogue catalogue) throws IOException {
    List<Operation> operations = new ArrayList<>();
    operations.add(
        Operation.get(
            PublishedEndpoint.PATH,
            "listQueries",
            "All published queries with their parameters",
            Tags.QUERY,
            List.of(),
            Success.ok("The list.", Headers.EVERYWHERE, Content.json(Schemas.QUERIES))));
    for (PublishedQuery query : catalogue.queries()) {
      operations.add(operation(query));
    }
    return operations;
  }

  /** No two queries have the same, as no topic has two hyphens in a row. */
  static String id(PublishedQuery query) {
    return query.topic().replace('-', '_') + "__" + query.name().replace('-', '_');
  }

  private Operation operation(PublishedQuery query) throws IOException {
    boolean posted = !query.methods().contains(Operation.Method.GET.name());
    AnswerFormat.Kind kind = kind(query);
    List<Field> own = own(query);
    List<Field> fields = new ArrayList<>(posted ? List.of() : own);
    fields.addAll(Options.published(kind));
    if (query.query().isSelectType()) {
      fields.addAll(List.of(Options.mostRows(), pageSize(query), Options.page()));
    }
    return new Operation(
        PublishedEndpoint.PATH + "/" + query.path(),
        posted ? Operation.Method.POST : Operation.Method.GET,
        id(query),
        query.title(),
        query.description(),
        tags(query),
        fields,
        posted ? Optional.of(form(own)) : Optional.empty(),
        List.of(
            Success.ok(answer(query), Headers.ANSWER, Content.answer(kind, Schemas.of(json(query))))
                .shared("Answer" + json(query))));
  }

  /** The topic, and what the query says of itself. */
  private static List<String> tags(PublishedQuery query) {
    Set<String> tags = new LinkedHashSet<>(List.of(query.topic()));
    tags.addAll(query.tags());
    return List.copyOf(tags);
  }

  private static AnswerFormat.Kind kind(PublishedQuery query) {
    return query.query().isSelectType() || query.query().isAskType()
        ? AnswerFormat.Kind.ROWS
        : AnswerFormat.Kind.GRAPH;
  }

  private static String json(PublishedQuery query) {
    return switch (query.query().queryType()) {
      case SELECT -> Schemas.ROWS;
      case ASK -> Schemas.TRUTH;
      default -> Schemas.GRAPH;
    };
  }

  private static String answer(PublishedQuery query) {
    return switch (query.query().queryType()) {
      case SELECT -> "Rows of " + String.join(", ", query.query().getResultVars()) + ".";
      case ASK -> "True or false.";
      default -> "Statements.";
    };
  }

  private static Field pageSize(PublishedQuery query) {
    Field field = Options.pageSize();
    query.pagination().ifPresent(rows -> field.schema().put("default", rows));
    return field;
  }

  private List<Field> own(PublishedQuery query) throws IOException {
    Map<String, List<Node>> values = offered.of(query);
    return query.parameters().stream()
        .map(parameter ->
            field(
                parameter,
                new TypedValues(parameter, values.getOrDefault(parameter.name(), List.of()))))
        .toList();
  }

  private static Field field(Parameter parameter, TypedValues values) {
    return new Field(
        parameter.name(),
        Field.Place.QUERY,
        "%s.".formatted(capital(parameter.type().label())),
        parameter.required(),
        values.schema(),
        List.of(values.example()),
        Optional.empty());
  }

  private static String capital(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /** What is otherwise sent with the address. */
  private static Operation.Body form(List<Field> own) {
    Members properties = Members.none();
    Members example = Members.none();
    for (Field field : own) {
      JsonObject schema = field.schema();
      schema.put("description", new JsonString(field.description()));
      properties.with(field.name(), schema);
      example.with(field.name(), field.examples().getFirst());
    }
    JsonObject schema =
        Members.of("type", "object")
            .withTexts("required", own.stream().filter(Field::required).map(Field::name).toList())
            .with("properties", properties)
            .json();
    return new Operation.Body(
        "The values.", List.of(Content.of(FORM, schema).like(example.json())));
  }
}
