package org.dramatis.query.answer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.dramatis.query.problem.InexpressibleTermException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;

/** Writes an answer in any format that can hold it. */
public final class AnswerWriter {

  private AnswerWriter() {}

  /** Writes an answer in no version of RDF that was asked for, and leaves the stream open. */
  public static void write(Answer answer, AnswerFormat format, OutputStream out)
      throws IOException, QueryFailedException {
    write(answer, format, Optional.empty(), out);
  }

  /**
   * Writes an answer and leaves the stream open.
   *
   * @param version the version of RDF that was asked for. If none was, a graph is written through
   *     its RDF 1.1 view, and rows with their terms as they are; in RDF 1.1 there are no rows with
   *     terms that it does not have
   */
  public static void write(
      Answer answer, AnswerFormat format, Optional<RdfVersion> version, OutputStream out)
      throws IOException, QueryFailedException {
    checkKind(answer, format);
    switch (answer) {
      case Answer.Rows rows ->
          writeRows(
              version.equals(Optional.of(RdfVersion.RDF_1_1)) ? Rdf11Rows.of(rows) : rows,
              format,
              out);
      case Answer.Truth truth -> writeTruth(truth.value(), format, out);
      case Answer.Statements statements ->
          GraphWriter.write(statements.graph(), format, version.orElse(RdfVersion.RDF_1_1), out);
    }
    out.flush();
  }

  private static void checkKind(Answer answer, AnswerFormat format) throws QueryFailedException {
    if (format.kind() != answer.kind()) {
      String reason =
          switch (answer.kind()) {
            case ROWS -> "SELECT and ASK answer with rows";
            case GRAPH -> "CONSTRUCT and DESCRIBE answer with a graph";
          };
      throw new QueryFailedException(new QueryProblem.Inexpressible(format.label(), reason));
    }
  }

  private static void writeRows(Answer.Rows rows, AnswerFormat format, OutputStream out)
      throws IOException, QueryFailedException {
    try {
      switch (format) {
        case JSON -> withText(out, text -> JsonRows.write(rows, text));
        case XML ->
            jena(ResultSetLang.RS_XML).write(out, new XmlRows(rows.rows()), ARQ.getContext());
        case CSV -> withText(out, text -> SeparatedValues.csv(rows.rows(), text));
        case TSV -> withText(out, text -> SeparatedValues.tsv(rows.rows(), text));
        case TABLE -> withText(out, text -> TextTable.write(rows.rows(), text));
        case TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS ->
            throw new IllegalArgumentException(format.label());
      }
    } catch (InexpressibleTermException term) {
      throw new QueryFailedException(
          new QueryProblem.Inexpressible(format.label(), String.valueOf(term.getMessage())), term);
    }
  }

  private static void writeTruth(boolean value, AnswerFormat format, OutputStream out)
      throws IOException {
    switch (format) {
      case JSON -> withText(out, text -> JsonRows.write(value, text));
      case XML -> jena(ResultSetLang.RS_XML).write(out, value, ARQ.getContext());
      case CSV -> withText(out, text -> SeparatedValues.csv(value, text));
      case TSV -> withText(out, text -> SeparatedValues.tsv(value, text));
      case TABLE -> withText(out, text -> text.write(value ? "true\n" : "false\n"));
      case TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS ->
          throw new IllegalArgumentException(format.label());
    }
  }

  private static RowSetWriter jena(Lang language) {
    return RowSetWriterRegistry.getFactory(language).create(language);
  }

  private static void withText(OutputStream out, TextBody body) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    body.write(text);
    text.flush();
  }

  @FunctionalInterface
  private interface TextBody {
    void write(Writer text) throws IOException;
  }
}
