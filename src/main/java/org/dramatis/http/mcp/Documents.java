package org.dramatis.http.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Namespaces;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.problem.QueryFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a model can read before it asks: the ontology, and the published queries as examples.
 *
 * @param readers where versions are read
 * @param catalogue the queries
 */
record Documents(Readers readers, Supplier<Catalogue> catalogue) {

  static final String QUERIES = Namespaces.BASE + "queries";

  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
  private static final String QUERY_TYPE = "application/sparql-query";
  private static final String MARKDOWN = "text/markdown";

  @FunctionalInterface
  private interface Text {
    String of(Call call) throws IOException, QueryFailedException, RequestRefusedException;
  }

  List<SyncResourceSpecification> resources() {
    return List.of(
        new SyncResourceSpecification(
            McpSchema.Resource.builder(Namespaces.ONTOLOGY, "ontology")
                .title("The ontology")
                .description("Classes and properties with their definitions, in Turtle.")
                .mimeType(AnswerFormat.TURTLE.mediaType())
                .build(),
            (context, asked) ->
                read(context, asked, AnswerFormat.TURTLE.mediaType(), this::ontology)),
        new SyncResourceSpecification(
            McpSchema.Resource.builder(QUERIES, "queries")
                .title("The published queries")
                .description("The list of tested queries, each of which is a resource too.")
                .mimeType(MARKDOWN)
                .build(),
            (context, asked) -> read(context, asked, MARKDOWN, _ -> list())));
  }

  List<SyncResourceTemplateSpecification> templates() {
    return List.of(
        new SyncResourceTemplateSpecification(
            McpSchema.ResourceTemplate.builder(QUERIES + "/{topic}/{name}", "query")
                .title("A published query")
                .description("The text of a tested query, to learn from.")
                .mimeType(QUERY_TYPE)
                .build(),
            (context, asked) -> read(context, asked, QUERY_TYPE, _ -> query(asked.uri()))));
  }

  private static ReadResourceResult read(
      McpTransportContext context, ReadResourceRequest asked, String mediaType, Text text) {
    Call call = Call.of(context);
    return ReadResourceResult.builder(
            List.of(
                McpSchema.TextResourceContents.builder(asked.uri(), text(text, call))
                    .mimeType(mediaType)
                    .build()))
        .build();
  }

  private static String text(Text text, Call call) {
    try {
      return text.of(call);
    } catch (QueryFailedException failed) {
      throw error(HttpProblem.of(failed.problem()), call);
    } catch (RequestRefusedException refused) {
      throw error(refused.problem(), call);
    } catch (IOException fault) {
      LOG.error("Request {} failed to read a resource", call.exchange().id(), fault);
      throw error(HttpProblem.internal(call.exchange().id()), call);
    }
  }

  private static McpError error(HttpProblem problem, Call call) {
    call.exchange().problem(problem);
    int code =
        problem.status() == 404
            ? McpSchema.ErrorCodes.RESOURCE_NOT_FOUND
            : McpSchema.ErrorCodes.INTERNAL_ERROR;
    return McpError.builder(code)
        .message(problem.detail())
        .data(Map.of("problem", problem.type().iri(), "hint", problem.hint().orElse("")))
        .build();
  }

  private String ontology(Call call)
      throws IOException, QueryFailedException, RequestRefusedException {
    return call.read(
        readers,
        call.version(readers, Optional.empty()),
        "read <%s>".formatted(Namespaces.ONTOLOGY),
        (snapshot, budget) -> {
          ByteArrayOutputStream turtle = new ByteArrayOutputStream();
          AnswerWriter.write(
              new Answer.Statements(
                  new BoundedDataset(snapshot.dataset(), budget)
                      .getGraph(NodeFactory.createURI(Namespaces.ONTOLOGY))),
              AnswerFormat.TURTLE,
              turtle);
          return turtle.toString(StandardCharsets.UTF_8);
        });
  }

  private String list() {
    StringBuilder list = new StringBuilder("# Published queries\n");
    catalogue
        .get()
        .byTopic()
        .forEach((topic, queries) -> {
          list.append("\n## ").append(topic).append("\n\n");
          for (PublishedQuery query : queries) {
            list.append(
                "- [%s](%s/%s): %s%n"
                    .formatted(query.path(), QUERIES, query.path(), query.title()));
          }
        });
    return list.toString();
  }

  private String query(String address) throws QueryFailedException {
    return catalogue.get().find(address.substring(QUERIES.length() + 1)).text();
  }
}
