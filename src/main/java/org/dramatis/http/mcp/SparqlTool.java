package org.dramatis.http.mcp;

import java.io.IOException;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** Asks a query of one's own. */
record SparqlTool(Asking asking) implements Tool {

  @Override
  public String name() {
    return "sparql";
  }

  @Override
  public String title() {
    return "Ask in SPARQL";
  }

  @Override
  public String description() {
    return "Answers a SPARQL query (SELECT, ASK, CONSTRUCT or DESCRIBE; nothing is changed). At most"
        + " max_rows rows come back, and 'truncated' tells whether there are more. 'warnings' tell"
        + " of terms that do not exist. An error has a 'hint', and often line and column: mend the"
        + " query and ask again. The ontology is a resource; read it before you guess terms.";
  }

  @Override
  public String input() {
    return """
    {"type": "object", "required": ["query"], "additionalProperties": false, "properties": {
      "query": {"type": "string", "description": "The query, with its PREFIX lines."},
      "max_rows": {"type": "integer", "minimum": 1, "maximum": %d, "default": %d},
      "version": {"type": "string", "description": "The version of the data; the newest by default."}}}
    """
        .formatted(Asking.MOST_ROWS, Asking.USUAL_ROWS);
  }

  @Override
  public String answer(Call call, Arguments arguments)
      throws IOException, QueryFailedException, RequestRefusedException {
    String text = arguments.required("query");
    return asking.answer(
        call,
        call.version(asking.readers(), arguments.text("version")),
        arguments.count("max_rows", Asking.USUAL_ROWS, Asking.MOST_ROWS),
        text,
        (_, _) -> text);
  }
}
