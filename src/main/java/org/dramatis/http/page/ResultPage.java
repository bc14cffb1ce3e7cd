package org.dramatis.http.page;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.Warning;

/** The answer to a query as a page. */
public final class ResultPage {

  private ResultPage() {}

  /**
   * What was asked.
   *
   * @param text the query as it was sent
   * @param published the published query that it is, if it is one
   * @param warnings what is probably not meant in it
   * @param cite a button that cites it, where it can be cited
   * @param addressOf the address of the same answer in the format of the given name
   */
  public record Question(
      String text,
      Optional<PublishedQuery> published,
      List<Warning> warnings,
      Optional<CiteForm> cite,
      UnaryOperator<String> addressOf) {

    private String title() {
      return published.map(PublishedQuery::title).orElse("Answer");
    }
  }

  /** Writes the page while the answer is read. */
  public static void write(Answer answer, Question question, OutputStream out)
      throws IOException, QueryFailedException {
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    page.write(Frame.open(question.title()));
    page.write("<h1>" + Html.escape(question.title()) + "</h1>\n");
    if (question.published().isPresent()) {
      page.write("<p>" + Html.escape(question.published().get().description()) + "</p>\n");
    }
    page.write(Warnings.list(question.warnings()));
    switch (answer) {
      case Answer.Rows(RowSet rows, _, _) -> writeTable(rows, page);
      case Answer.Truth(boolean value) ->
          page.write("<p class=\"truth\">" + (value ? "Yes" : "No") + "</p>\n");
      case Answer.Statements statements -> {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        AnswerWriter.write(statements, AnswerFormat.TURTLE, turtle);
        String text = turtle.toString(StandardCharsets.UTF_8);
        page.write("<pre tabindex=\"0\">" + Html.escape(text) + "</pre>\n");
      }
    }
    if (answer.cutAt().isPresent()) {
      page.write(
          "<p><strong>This is not all: the answer was cut after %d, as it was asked.</strong></p>\n"
              .formatted(answer.cutAt().getAsLong()));
    }
    page.write("<p>The same as data: " + links(answer, question) + "</p>\n");
    if (question.cite().isPresent()) {
      page.write(question.cite().get().html("Cite this answer"));
    }
    String here = question.addressOf().apply("html");
    page.write(
        "<p>Behind it: %s · %s</p>\n"
            .formatted(
                Html.link(here + "&explain=true", "how it is computed"),
                Html.link(here + "&why=true", "why it is empty, if it is")));
    page.write("<h2>Question</h2>\n" + QueryForm.of(question.text()));
    page.write(Frame.close());
    page.flush();
  }

  private static String links(Answer answer, Question question) {
    return AnswerFormat.of(answer.kind()).stream()
        .map(format -> Html.link(question.addressOf().apply(format.key()), format.label()))
        .collect(Collectors.joining(" · "));
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
