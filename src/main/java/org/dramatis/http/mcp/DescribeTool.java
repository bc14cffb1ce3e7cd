package org.dramatis.http.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.entity.Portrait;
import org.dramatis.entity.Profile;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.resource.GoneProblem;
import org.dramatis.http.resource.Profiles;
import org.dramatis.link.Tombstone;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.answer.BoundedAnswer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Sizes;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.problem.QueryFailedException;

/** Tells of one thing. */
record DescribeTool(Readers readers) implements Tool {

  private static final int MOST_STATEMENTS = 400;

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public String title() {
    return "Describe one thing";
  }

  @Override
  public String description() {
    return "Tells in Turtle what is known of one entity, claim, source, class or property, and what"
        + " points to it. Profile 'flat' has plain statements, 'concise' also the claims: who says"
        + " each of them, and where. 'truncated' tells that there are more statements.";
  }

  @Override
  public String input() {
    return """
    {"type": "object", "required": ["iri"], "additionalProperties": false, "properties": {
      "iri": {"type": "string", "description": "An IRI, or a name with a prefix such as person:sofia-carson."},
      "profile": {"type": "string", "enum": ["flat", "concise", "full", "schema"], "default": "flat"},
      "version": {"type": "string", "description": "The version of the data; the newest by default."}}}
    """;
  }

  @Override
  public String answer(Call call, Arguments arguments)
      throws IOException, QueryFailedException, RequestRefusedException {
    Node thing = NodeFactory.createURI(expand(arguments.required("iri")));
    Profile profile = profile(arguments.text("profile"));
    Version version = call.version(readers, arguments.text("version"));
    return call.read(
        readers,
        version,
        name() + " <%s>".formatted(thing.getURI()),
        (snapshot, budget) ->
            describe(
                thing, profile, version, new BoundedDataset(snapshot.dataset(), budget), budget));
  }

  private static Profile profile(Optional<String> name) throws RequestRefusedException {
    return name.isEmpty() ? Profile.FLAT : Profiles.named(name.get());
  }

  private static String expand(String text) {
    int colon = text.indexOf(':');
    Map<String, String> prefixes = Namespaces.prefixes();
    String prefix = colon < 0 ? "" : text.substring(0, colon);
    return prefixes.containsKey(prefix) && !text.startsWith("//", colon + 1)
        ? prefixes.get(prefix) + text.substring(colon + 1)
        : text;
  }

  private static String describe(
      Node thing, Profile profile, Version version, DatasetGraph dataset, Budget budget)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<Tombstone> tombstone = Tombstone.find(dataset, thing);
    if (tombstone.isPresent()) {
      throw new RequestRefusedException(GoneProblem.of(tombstone.get()));
    }
    Consumer<Triple> cost = triple -> budget.charge(Sizes.of(triple));
    Portrait portrait =
        Portrait.of(dataset, thing, profile == Profile.FULL, cost)
            .orElseThrow(() -> unknown(thing, version));
    Graph graph = Profiles.graph(portrait, dataset.getDefaultGraph(), profile, cost);
    Answer answer =
        BoundedAnswer.of(
                new Answer.Statements(graph),
                Long.MAX_VALUE,
                OptionalLong.of(MOST_STATEMENTS),
                budget)
            .answer();
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    AnswerWriter.write(answer, AnswerFormat.TURTLE, turtle);
    return JsonBuilder.create()
            .startObject()
            .pair("version", version.number())
            .pair("iri", thing.getURI())
            .pair("truncated", answer.cutAt().isPresent() || portrait.isCut())
            .pair("turtle", turtle.toString(StandardCharsets.UTF_8))
            .finishObject()
            .build()
        + "\n";
  }

  private static RequestRefusedException unknown(Node thing, Version version) {
    return new RequestRefusedException(
        HttpProblem.notFound(
                "version %s of the data knows nothing of <%s>".formatted(version, thing.getURI()))
            .hinting("'search' finds IRIs by name"));
  }
}
