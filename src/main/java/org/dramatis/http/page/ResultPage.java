package org.dramatis.http.page;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.Answer;
import org.dramatis.query.AnswerFormat;
import org.dramatis.query.AnswerWriter;
import org.dramatis.query.QueryFailedException;

/** The answer to a query as a page. */
public final class ResultPage {

  private ResultPage() {}

  /**
   * Writes the page while the answer is read.
   *
   * @param addressOf the address of the same answer in the format of the given name
   */
  public static void write(
      Answer answer, String query, UnaryOperator<String> addressOf, OutputStream out)
      throws IOException, QueryFailedException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    page.write(Frame.open("Answer"));
    page.write("<h1>Answer</h1>\n");
    switch (answer) {
      case Answer.Rows(RowSet rows, _) -> writeTable(rows, page);
      case Answer.Truth(boolean value) ->
          page.write("<p class=\"truth\">" + (value ? "Yes" : "No") + "</p>\n");
      case Answer.Statements statements -> {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        AnswerWriter.write(statements, AnswerFormat.TURTLE, turtle);
        String text = turtle.toString(StandardCharsets.UTF_8);
        page.write("<pre tabindex=\"0\">" + Html.escape(text) + "</pre>\n");
      }
    }
    page.write("<p>The same as data:");
    for (AnswerFormat format : AnswerFormat.of(answer.kind())) {
      page.write(" " + Html.link(addressOf.apply(format.key()), format.label()));
    }
    page.write("</p>\n<h2>Question</h2>\n");
    page.write(QueryForm.of(query));
    page.write(Frame.close());
    page.flush();
  }

  private static void writeTable(RowSet rows, Writer page) throws IOException {
    List<Var> variables = rows.getResultVars();
    page.write("<div class=\"wide\" role=\"region\" aria-label=\"Rows\" tabindex=\"0\"><table>\n");
    page.write("<thead><tr>");
    for (Var variable : variables) {
      page.write("<th scope=\"col\">" + Html.escape(variable.getVarName()) + "</th>");
    }
    page.write("</tr></thead>\n<tbody>\n");
    long count = 0;
    while (rows.hasNext()) {
      Binding row = rows.next();
      count++;
      page.write("<tr>");
      for (Var variable : variables) {
        Node node = row.get(variable);
        page.write("<td>" + (node == null ? "" : TermCell.of(node)) + "</td>");
      }
      page.write("</tr>\n");
    }
    page.write("</tbody>\n</table></div>\n");
    page.write("<p>" + (count == 1 ? "1 row" : count + " rows") + ".</p>\n");
  }
}
