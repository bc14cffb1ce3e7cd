package org.dramatis.http.resource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.entity.FlatView;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.Profile;
import org.dramatis.entity.SchemaJson;
import org.dramatis.entity.SchemaView;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;

/** The profiles in which a thing can be asked for. */
public final class Profiles {

  /** The parameter. */
  static final String PARAMETER = "profile";

  private Profiles() {}

  /** The one that is asked for. */
  static Profile of(Parameters parameters) throws RequestRefusedException {
    Optional<String> name = parameters.one(PARAMETER);
    return name.isEmpty() ? Profile.CONCISE : named(name.get());
  }

  /** The one of a name. */
  public static Profile named(String name) throws RequestRefusedException {
    return Profile.named(name)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.badRequest("there is no profile '%s'".formatted(name))
                    .hinting("there are " + Profile.list())));
  }

  /** What is told in it. */
  public static Graph graph(Portrait portrait, Graph data, Profile profile, Consumer<Triple> cost) {
    return switch (profile) {
      case CONCISE, FULL -> portrait.statements();
      case FLAT -> FlatView.of(data, portrait.thing(), cost);
      case SCHEMA -> SchemaView.of(data, portrait.thing(), cost);
    };
  }

  /** The words of schema.org, as its readers expect them. */
  static StoredAnswer schemaJson(Graph view, Node thing, AnswerForm.Data form, Version version) {
    return new StoredAnswer(
        version,
        Map.of("Content-Type", form.contentType()),
        OptionalLong.of(view.size()),
        SchemaJson.write(view, thing).getBytes(StandardCharsets.UTF_8));
  }
}
