package org.dramatis.http.mcp;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.FollowedTerms;

/** Asks a published query. */
record RunQueryTool(Asking asking, Supplier<Catalogue> catalogue) implements Tool {

  @Override
  public String name() {
    return "run_query";
  }

  @Override
  public String title() {
    return "Run a published query";
  }

  @Override
  public String description() {
    return "Asks one of the questions of 'list_queries' by its name, with values for its parameters;"
        + " what is left out has its default. At most max_rows rows come back, and 'truncated' tells"
        + " whether there are more.";
  }

  @Override
  public String input() {
    return """
    {"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
      "name": {"type": "string", "description": "Topic and name, such as crew/crew-of-work."},
      "parameters": {"type": "object", "description": "Values by the names of the parameters.",
        "additionalProperties": {"type": ["string", "number", "boolean"]}},
      "max_rows": {"type": "integer", "minimum": 1, "maximum": %d, "default": %d},
      "version": {"type": "string", "description": "The version of the data; the newest by default."}}}
    """
        .formatted(Asking.MOST_ROWS, Asking.USUAL_ROWS);
  }

  @Override
  public String answer(Call call, Arguments arguments)
      throws IOException, QueryFailedException, RequestRefusedException {
    PublishedQuery query = catalogue.get().find(arguments.required("name"));
    Map<Var, Node> terms = query.terms(arguments.object("parameters"));
    return asking.answer(
        call,
        call.version(asking.readers(), arguments.text("version")),
        arguments.count("max_rows", Asking.USUAL_ROWS, Asking.MOST_ROWS),
        query.text(),
        (snapshot, warnings) -> {
          // What was merged is asked for by the name that it has now.
          FollowedTerms followed = FollowedTerms.of(terms, snapshot.dataset());
          warnings.addAll(followed.warnings());
          return query.filled(followed.terms()).toString();
        });
  }
}
