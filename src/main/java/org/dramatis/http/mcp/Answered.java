package org.dramatis.http.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tool answers, as the library sends it. A problem is an answer too: a model can only mend
 * what it is told of.
 *
 * @param mapper makes objects of JSON
 */
record Answered(McpJsonMapper mapper) {

  private static final Logger LOG = LoggerFactory.getLogger(Answered.class);

  CallToolResult by(Tool tool, Set<String> known, Call call, CallToolRequest asked) {
    try {
      Map<String, Object> given = Optional.ofNullable(asked.arguments()).orElse(Map.of());
      return result(tool.answer(call, Arguments.of(given, known)), false);
    } catch (QueryFailedException failed) {
      return problem(HttpProblem.of(failed.problem()), call);
    } catch (RequestRefusedException refused) {
      return problem(refused.problem(), call);
    } catch (IOException | RuntimeException fault) {
      LOG.error("Request {} failed in the tool {}", call.exchange().id(), tool.name(), fault);
      return problem(HttpProblem.internal(call.exchange().id()), call);
    }
  }

  private CallToolResult problem(HttpProblem problem, Call call) {
    call.exchange().problem(problem);
    return result(problem.json(call.exchange().id()), true);
  }

  private CallToolResult result(String json, boolean isError) {
    return CallToolResult.builder()
        .structuredContent(mapper, json)
        .addTextContent(json)
        .isError(isError)
        .build();
  }
}
