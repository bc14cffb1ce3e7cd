package org.dramatis.http.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.dramatis.http.dump.DumpEndpoint;
import org.dramatis.http.history.ReleasesEndpoint;
import org.dramatis.http.write.DumpWrites;
import org.dramatis.http.write.GraphStoreEndpoint;
import org.dramatis.http.write.GraphTarget;
import org.dramatis.http.write.IdentityEndpoint;
import org.dramatis.http.write.ReleaseWrites;
import org.dramatis.http.write.UpdateEndpoint;
import org.dramatis.model.Namespaces;
import org.dramatis.query.answer.AnswerFormat;

/** What the holders of tokens can do. */
final class WriteOperations {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String GRAPH = Namespaces.source("example");
  private static final String PERSON = Namespaces.entities("person") + "example";
  private static final String STATEMENT =
      "<%s> <http://www.w3.org/2000/01/rdf-schema#label> \"Example\"@en".formatted(PERSON);

  private WriteOperations() {}

  static List<Operation> all() {
    return List.of(
        putGraph(),
        postGraph(),
        getGraph(),
        update(),
        putRelease(),
        postDump(),
        changeIdentity(),
        deleteGraph(),
        putDump());
  }

  private static Operation of(
      String path,
      Operation.Method method,
      String id,
      String summary,
      List<Field> fields,
      Optional<Operation.Body> body,
      Success... successes) {
    return new Operation(
        path,
        method,
        id,
        summary,
        summary,
        List.of(Tags.WRITING),
        fields,
        body,
        List.of(successes));
  }

  private static Success done() {
    return new Success(
        204,
        "It is done; the headers name the version.",
        Headers.DATA,
        List.of(),
        Optional.empty());
  }

  private static Success created() {
    return new Success(201, "It is there now.", Headers.WRITTEN, List.of(), Optional.empty());
  }

  private static List<Field> target() {
    return Field.all(
        GraphStoreEndpoint.WRITING,
        Field.optional("graph", "The IRI of the graph.", Schemas.text("iri")).like(GRAPH),
        Field.optional("default", "The default graph, where it is one of its own.", Schemas.text()),
        Options.timeout());
  }

  private static Optional<Operation.Body> statements() {
    return Optional.of(
        new Operation.Body(
            "The statements.",
            List.of(
                Content.text("text/turtle").like(new JsonString(STATEMENT + " .\n")),
                Content.text("application/n-triples").like(new JsonString(STATEMENT + " .\n")))));
  }

  private static Operation putGraph() {
    return of(
        GraphTarget.PATH,
        Operation.Method.PUT,
        "putGraph",
        "Makes statements all that a graph says",
        target(),
        statements(),
        created(),
        done());
  }

  private static Operation postGraph() {
    return of(
        GraphTarget.PATH,
        Operation.Method.POST,
        "addToGraph",
        "Adds statements to a graph",
        target(),
        statements(),
        created(),
        done());
  }

  private static Operation deleteGraph() {
    return of(
        GraphTarget.PATH,
        Operation.Method.DELETE,
        "deleteGraph",
        "Deletes a graph",
        target(),
        Optional.empty(),
        done());
  }

  private static Operation getGraph() {
    return of(
        GraphTarget.PATH,
        Operation.Method.GET,
        "getGraph",
        "A graph as a whole",
        Field.all(
            GraphStoreEndpoint.READING,
            Field.optional("graph", "The IRI of the graph.", Schemas.text("iri")).like(GRAPH),
            Field.optional("default", "The default graph.", Schemas.text()),
            Options.format(AnswerFormat.Kind.GRAPH),
            Options.version(),
            Options.timeout()),
        Optional.empty(),
        Success.ok(
            "The graph.",
            Headers.ANSWER,
            Content.answer(AnswerFormat.Kind.GRAPH, Schemas.of(Schemas.GRAPH))));
  }

  private static Operation update() {
    return of(
        UpdateEndpoint.PATH,
        Operation.Method.POST,
        "update",
        "Changes statements by SPARQL Update",
        List.of(
            Field.optional("using-graph-uri", "Graphs to take as the default graph.", iris()),
            Field.optional("using-named-graph-uri", "Named graphs to ask.", iris()),
            Options.timeout()),
        Optional.of(
            new Operation.Body(
                "The update.",
                List.of(
                    Content.text("application/sparql-update")
                        .like(
                            new JsonString(
                                "INSERT DATA { GRAPH <%s> { %s } }"
                                    .formatted(GRAPH, STATEMENT)))))),
        done());
  }

  private static JsonObject iris() {
    return Schemas.list(Schemas.text("iri"));
  }

  private static Operation putRelease() {
    return of(
        ReleasesEndpoint.PATH + "/{name}",
        Operation.Method.PUT,
        "release",
        "Gives a version a name",
        Stream.concat(
                Stream.of(Field.path("name", "The name.", Schemas.text()).like("example")),
                Field.all(
                    ReleaseWrites.PARAMETERS,
                    Options.version(),
                    Field.optional("message", "Why.", Schemas.text()),
                    Options.timeout())
                    .stream())
            .toList(),
        Optional.empty(),
        new Success(
            201,
            "It has the name now.",
            Headers.WRITTEN,
            List.of(Content.of(Content.JSON, Schemas.object())),
            Optional.empty()),
        Success.ok(
            "It had the name before.",
            Headers.DATA,
            List.of(Content.of(Content.JSON, Schemas.object()))));
  }

  private static Operation postDump() {
    return dump(
        Operation.Method.POST, "addDump", "Adds the statements of many graphs, as one version");
  }

  private static Operation putDump() {
    return dump(
        Operation.Method.PUT, "putDump", "Makes the statements of many graphs all that there is");
  }

  private static Operation dump(Operation.Method method, String id, String summary) {
    return of(
        DumpEndpoint.PATH,
        method,
        id,
        summary,
        Field.all(DumpWrites.PARAMETERS, Options.timeout()),
        Optional.of(
            new Operation.Body(
                "The statements.",
                List.of(
                    Content.text("application/n-quads")
                        .like(new JsonString("%s <%s> .%n".formatted(STATEMENT, GRAPH)))))),
        done());
  }

  private static Operation changeIdentity() {
    Members fields = Members.none();
    IdentityEndpoint.PARAMETERS.stream()
        .filter(name -> !name.equals("timeout"))
        .sorted()
        .forEach(name -> fields.with(name, Schemas.text()));
    return of(
        IdentityEndpoint.PATH,
        Operation.Method.POST,
        "changeIdentity",
        "Merges an entity into another, renames it, or retires it",
        List.of(Options.timeout()),
        Optional.of(
            new Operation.Body(
                "One of merge, with into, rename, with to, and retire; and why.",
                List.of(
                    Content.of(FORM, Members.of("type", "object").with("properties", fields).json())
                        .like(Members.of("retire", PERSON).with("reason", "an example").json())))),
        done());
  }
}
