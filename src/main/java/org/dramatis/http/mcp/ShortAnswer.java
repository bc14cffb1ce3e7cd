package org.dramatis.http.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.Warning;

/**
 * Answers as a model reads them: terms are written as in SPARQL, so that they can be put into the
 * next query, and whatever was left out is told.
 */
final class ShortAnswer {

  /** A context of a model is not much longer. */
  private static final int MOST_CHARACTERS = 200_000;

  private static final String MORE =
      "there is more than this; narrow the query, count, or go on with ORDER BY and OFFSET";

  private ShortAnswer() {}

  static String json(Version version, Answer answer, List<Warning> warnings)
      throws IOException, QueryFailedException {
    JsonBuilder json = JsonBuilder.create().startObject().pair("version", version.number());
    boolean cut =
        switch (answer) {
          case Answer.Truth(boolean value) -> {
            json.pair("kind", "truth").pair("value", value);
            yield false;
          }
          case Answer.Rows rows -> writeRows(rows, json) || rows.cutAt().isPresent();
          case Answer.Statements statements -> {
            writeStatements(statements, json);
            yield statements.cutAt().isPresent();
          }
        };
    json.pair("truncated", cut);
    if (cut) {
      json.pair("hint", MORE);
    }
    json.key("warnings").startArray();
    warnings.forEach(warning -> json.value(warning.code().word() + ": " + warning.text()));
    return json.finishArray().finishObject().build() + "\n";
  }

  /** Whether something was left out. */
  private static boolean writeRows(Answer.Rows answer, JsonBuilder json) {
    List<Var> columns = answer.rows().getResultVars();
    json.pair("kind", "rows").key("columns").startArray();
    columns.forEach(column -> json.value(column.getVarName()));
    json.finishArray().key("rows").startArray();
    int characters = 0;
    while (answer.rows().hasNext() && characters <= MOST_CHARACTERS) {
      characters += writeRow(columns, answer.rows().next(), json);
    }
    json.finishArray();
    return answer.rows().hasNext();
  }

  private static int writeRow(List<Var> columns, Binding row, JsonBuilder json) {
    int characters = 0;
    json.startObject();
    for (Var column : columns) {
      Node term = row.get(column);
      if (term != null) {
        String text = NodeFmtLib.strTTL(term);
        characters += text.length();
        json.pair(column.getVarName(), text);
      }
    }
    json.finishObject();
    return characters;
  }

  private static void writeStatements(Answer.Statements answer, JsonBuilder json)
      throws IOException, QueryFailedException {
    ByteArrayOutputStream turtle = new ByteArrayOutputStream();
    AnswerWriter.write(answer, AnswerFormat.TURTLE, turtle);
    json.pair("kind", "statements").pair("turtle", turtle.toString(StandardCharsets.UTF_8));
  }
}
