package org.dramatis.http.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The answer to a query as a page.
 *
 * @param question what was asked
 * @param content what was answered
 * @param cutAt after how many it was cut, if it was
 * @param formats where the same is as data
 */
public record ResultPage(
    Question question, Content content, Optional<Long> cutAt, List<Link> formats) implements Page {

  /**
   * What was asked.
   *
   * @param text the query as it was sent
   * @param published the published query that it is, if it is one
   * @param cite a button that cites it, where it can be cited
   * @param addressOf the address of the same answer in the format of the given name
   */
  public record Question(
      String text,
      Optional<PublishedQuery> published,
      Optional<CiteForm> cite,
      UnaryOperator<String> addressOf) {}

  /** What was answered. */
  public sealed interface Content {

    /** Rows, which can be read once. */
    record Table(List<String> variables, Rows rows) implements Content {}

    /** Yes or no. */
    record Truth(boolean value) implements Content {}

    /** Statements as text. */
    record Statements(String turtle) implements Content {}
  }

  /** Rows as they come, which can be read once and are counted meanwhile. */
  public static final class Rows implements Iterable<List<Optional<Shown>>> {

    private final RowSet rows;
    private long count;

    private Rows(RowSet rows) {
      this.rows = rows;
    }

    @Override
    public Iterator<List<Optional<Shown>>> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rows.hasNext();
        }

        @Override
        public List<Optional<Shown>> next() {
          Binding row = rows.next();
          count++;
          return rows.getResultVars().stream()
              .map(variable -> Optional.<Node>ofNullable(row.get(variable)).map(Shown::of))
              .toList();
        }
      };
    }

    /** How many have come so far. */
    public long count() {
      return count;
    }
  }

  /** The page of an answer, which is read when the page is drawn. */
  public static ResultPage of(Answer answer, Question question)
      throws IOException, QueryFailedException {
    return new ResultPage(
        question,
        content(answer),
        answer.cutAt().isPresent() ? Optional.of(answer.cutAt().getAsLong()) : Optional.empty(),
        AnswerFormat.of(answer.kind()).stream()
            .map(format -> new Link(question.addressOf().apply(format.key()), format.label()))
            .toList());
  }

  private static Content content(Answer answer) throws IOException, QueryFailedException {
    return switch (answer) {
      case Answer.Rows(RowSet rows, _, _) ->
          new Content.Table(
              rows.getResultVars().stream().map(Var::getVarName).toList(), new Rows(rows));
      case Answer.Truth(boolean value) -> new Content.Truth(value);
      case Answer.Statements statements -> {
        ByteArrayOutputStream turtle = new ByteArrayOutputStream();
        AnswerWriter.write(statements, AnswerFormat.TURTLE, turtle);
        yield new Content.Statements(turtle.toString(StandardCharsets.UTF_8));
      }
    };
  }

  @Override
  public String title() {
    return question.published().map(PublishedQuery::title).orElse("Answer");
  }

  @Override
  public Section section() {
    return Section.QUERY;
  }

  /** The query, to be changed. */
  public QueryForm form() {
    return new QueryForm(question.text());
  }

  /** How the answer came about. */
  public List<Link> behind() {
    String here = question.addressOf().apply("html");
    return List.of(
        new Link(here + "&explain=true", "how it is computed"),
        new Link(here + "&why=true", "why it is empty, if it is"));
  }
}
