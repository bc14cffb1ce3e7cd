package org.dramatis.http.mcp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.search.NameReaders;
import org.dramatis.http.search.SearchAnswer;
import org.dramatis.http.search.SearchRequest;
import org.dramatis.link.search.Question;
import org.dramatis.query.problem.QueryFailedException;

/** Finds entities by what they are called. */
record SearchTool(NameReaders names) implements Tool {

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String title() {
    return "Find by name";
  }

  @Override
  public String description() {
    return "Finds people, works, characters, songs and everything else by name, also misspelled or"
        + " only begun. Answers IRIs with labels, types and a score from 0 to 1; use the IRIs with"
        + " 'describe', 'run_query' and 'sparql'.";
  }

  @Override
  public String input() {
    return """
    {"type": "object", "required": ["q"], "additionalProperties": false, "properties": {
      "q": {"type": "string", "description": "The name."},
      "type": {"type": "string", "description": "A class of the ontology, such as Person or Film."},
      "lang": {"type": "string", "description": "The language of labels, such as en."},
      "limit": {"type": "integer", "minimum": 1, "maximum": %d, "description": "How many are wanted."}}}
    """
        .formatted(Question.MOST);
  }

  @Override
  public String answer(Call call, Arguments arguments)
      throws IOException, QueryFailedException, RequestRefusedException {
    Question question =
        SearchRequest.question(
            new Parameters(arguments.parameters(List.of("q", "type", "lang", "limit"))),
            Question.MOST);
    SearchAnswer answer =
        names.read(
            call.request(),
            call.response(),
            name() + " " + question.text(),
            (snapshot, open, _) ->
                SearchAnswer.of(snapshot, open.find(question), question.language()));
    call.exchange().rows(answer.rows().size());
    return answer.json(Optional.empty());
  }
}
