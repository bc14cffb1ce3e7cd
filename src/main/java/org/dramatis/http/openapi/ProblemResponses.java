package org.dramatis.http.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;

/** The errors that may come in place of an answer, by their status. */
final class ProblemResponses {

  /** Those that whoever reads should be ready for; any other is described in common. */
  private static final List<Integer> USUAL =
      List.of(400, 404, 406, 413, 414, 429, 500, 503, 504, 507);

  private static final String OTHER = "default";
  private static final String OTHER_NAME = "OtherProblem";
  private static final String EXAMPLE_REQUEST = "01hzx3v9k2";

  private ProblemResponses() {}

  static void refs(Members responses) {
    for (int status : USUAL) {
      responses.with(Integer.toString(status), ref(name(status)));
    }
    responses.with(OTHER, ref(OTHER_NAME));
  }

  private static Members ref(String name) {
    return Members.of("$ref", "#/components/responses/" + name);
  }

  private static String name(int status) {
    return "Problem" + status;
  }

  /** All of them, described. */
  static Members named() {
    SortedMap<Integer, List<ProblemType>> types =
        Arrays.stream(ProblemType.values())
            .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    Members members = Members.none();
    for (Map.Entry<Integer, List<ProblemType>> entry : types.entrySet()) {
      if (USUAL.contains(entry.getKey())) {
        members.with(name(entry.getKey()), response(words(entry.getValue()), entry.getValue()));
      }
    }
    return members.with(OTHER_NAME, response("Any other problem.", List.of()));
  }

  private static String words(List<ProblemType> types) {
    return types.stream()
        .map(type -> "%s (%s).".formatted(type.title(), type.slug()))
        .collect(Collectors.joining(" "));
  }

  private static JsonObject response(String description, List<ProblemType> types) {
    Members examples = Members.none();
    types.forEach(type ->
        examples.with(
            type.slug(),
            Members.none()
                .with(
                    "value",
                    JSON.parse(HttpProblem.of(type, type.title()).json(EXAMPLE_REQUEST)))));
    Members content = Members.none().with("schema", Schemas.of(Schemas.PROBLEM));
    if (!types.isEmpty()) {
      content.with("examples", examples);
    }
    return Members.of("description", description)
        .with("headers", Headers.refs(Headers.PROBLEM))
        .with("content", Members.none().with(HttpProblem.MEDIA_TYPE, content))
        .json();
  }
}
