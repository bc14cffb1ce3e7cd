package org.dramatis.http.openapi;

import java.util.List;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.dramatis.query.catalogue.Choices;
import org.dramatis.query.catalogue.Parameter;
import org.dramatis.query.catalogue.ParameterType;

/**
 * What a parameter of a published query takes, as JSON Schema says it.
 *
 * @param parameter the parameter
 * @param offered values with which the query finds something
 */
record TypedValues(Parameter parameter, List<Node> offered) {

  /** More would tell nobody more. */
  private static final int MOST_OFFERED = 20;

  private static final List<String> TRUE = List.of("true", "1");

  /** The schema of its values. */
  JsonObject schema() {
    JsonObject schema =
        switch (parameter.type()) {
          case ParameterType.Iri() -> Schemas.text("iri");
          case ParameterType.Text(), ParameterType.LanguageText _ -> Schemas.text();
          case ParameterType.Value(_, _, XSDDatatype type) -> ofDatatype(type);
        };
    parameter.defaultValue().ifPresent(value -> schema.put("default", json(value)));
    switch (parameter.choices()) {
      case Choices.Free() -> {}
      case Choices.Listed(List<Node> values) ->
          schema.put("enum", Members.array(values.stream().map(this::json).toList()));
      case Choices.Offered() -> {
        if (!offered.isEmpty()) {
          schema.put(
              "examples",
              Members.array(offered.stream().limit(MOST_OFFERED).map(this::json).toList()));
        }
      }
    }
    return schema;
  }

  private static JsonObject ofDatatype(XSDDatatype type) {
    if (type.equals(XSDDatatype.XSDinteger)) {
      return Members.of("type", "integer").json();
    }
    if (type.equals(XSDDatatype.XSDdecimal)) {
      return Schemas.number();
    }
    if (type.equals(XSDDatatype.XSDboolean)) {
      return Schemas.truth();
    }
    return type.equals(XSDDatatype.XSDdate) ? Schemas.text("date") : Schemas.text();
  }

  /** A value with which the query can be asked. */
  JsonValue example() {
    if (parameter.defaultValue().isEmpty() && !offered.isEmpty()) {
      return json(offered.getFirst());
    }
    return json(parameter.example());
  }

  private JsonValue json(Node value) {
    return json(Parameter.written(value));
  }

  private JsonValue json(String written) {
    if (parameter.type() instanceof ParameterType.Value(_, _, XSDDatatype type)) {
      if (type.equals(XSDDatatype.XSDboolean)) {
        return new JsonBoolean(TRUE.contains(written));
      }
      if (type.equals(XSDDatatype.XSDinteger) || type.equals(XSDDatatype.XSDdecimal)) {
        return JsonNumber.valueDecimal(written);
      }
    }
    return new JsonString(written);
  }
}
