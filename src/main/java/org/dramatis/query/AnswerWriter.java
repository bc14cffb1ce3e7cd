package org.dramatis.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;

/** Writes an answer in any format that can hold it. */
public final class AnswerWriter {

  private AnswerWriter() {}

  /** Writes an answer, a graph through its RDF 1.1 view, and leaves the stream open. */
  public static void write(Answer answer, AnswerFormat format, OutputStream out)
      throws IOException, QueryFailedException {
    write(answer, format, RdfVersion.RDF_1_1, out);
  }

  /**
   * Writes an answer and leaves the stream open. Rows hold their terms as they are in every
   * version.
   */
  public static void write(Answer answer, AnswerFormat format, RdfVersion version, OutputStream out)
      throws IOException, QueryFailedException {
    checkKind(answer, format);
    switch (answer) {
      case Answer.Rows rows -> writeRows(rows, format, out);
      case Answer.Truth truth -> writeTruth(truth.value(), format, out);
      case Answer.Statements statements ->
          GraphWriter.write(statements.graph(), format, version, out);
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
      throw new QueryFailedException(new QueryProblem.Inexpressible(format, reason));
    }
  }

  private static void writeRows(Answer.Rows rows, AnswerFormat format, OutputStream out)
      throws IOException, QueryFailedException {
    switch (format) {
      case JSON -> withText(out, text -> JsonRows.write(rows, text));
      case XML -> writeXml(rows, out);
      case CSV -> withText(out, text -> SeparatedValues.csv(rows.rows(), text));
      case TSV -> withText(out, text -> SeparatedValues.tsv(rows.rows(), text));
      case TABLE -> withText(out, text -> TextTable.write(rows.rows(), text));
      case TURTLE, NTRIPLES, JSONLD, RDFXML -> throw new IllegalArgumentException(format.label());
    }
  }

  private static void writeXml(Answer.Rows rows, OutputStream out) throws QueryFailedException {
    try {
      jena(ResultSetLang.RS_XML).write(out, new XmlRows(rows.rows()), ARQ.getContext());
    } catch (XmlRows.IllegalCharacterException illegal) {
      throw new QueryFailedException(
          new QueryProblem.Inexpressible(AnswerFormat.XML, String.valueOf(illegal.getMessage())),
          illegal);
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
      case TURTLE, NTRIPLES, JSONLD, RDFXML -> throw new IllegalArgumentException(format.label());
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
