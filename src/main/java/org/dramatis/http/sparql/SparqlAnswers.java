package org.dramatis.http.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.CiteForm;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.ResultPage;
import org.dramatis.http.page.Templates;
import org.dramatis.model.Version;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.answer.BoundedAnswer;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.problem.AnswerTooLargeException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.Warning;
import org.dramatis.settings.Settings;

/** Writes answers to queries: held back while they are small, streamed to the client after that. */
final class SparqlAnswers {

  /** Answers up to this size are complete before their first byte is sent. */
  private static final int HELD_BACK = 4 * 1024 * 1024;

  private final Settings.Limits limits;
  private final DataVersions versions;
  private final Supplier<Catalogue> catalogue;
  private final boolean cites;

  SparqlAnswers(Readers readers, Supplier<Catalogue> catalogue, boolean cites) {
    this.limits = readers.limits();
    this.versions = readers.versions();
    this.catalogue = catalogue;
    this.cites = cites;
  }

  /**
   * Writes an answer. It is returned if it could be held back; otherwise it has been sent.
   *
   * @param tooLarge is run as soon as the answer flows to the client, so that nobody else can get
   *     it
   */
  Optional<StoredAnswer> write(
      Version version,
      Answer answer,
      List<Warning> warnings,
      SparqlQuestion question,
      Delivery delivery,
      Runnable tooLarge)
      throws IOException, QueryFailedException {
    try {
      BoundedAnswer bounded =
          BoundedAnswer.of(
              answer, most(limits.rows()), question.options().maxRows(), question.budget());
      Map<String, String> headers = headers(version, bounded.answer().cutAt(), warnings, question);
      SpooledBody body =
          new SpooledBody(
              HELD_BACK,
              most(limits.bytes()),
              question.budget(),
              new Telling(delivery.stream(headers), tooLarge));
      Optional<byte[]> held = write(version, bounded.answer(), warnings, question, body);
      if (held.isEmpty()) {
        return Optional.empty();
      }
      OptionalLong rows = bounded.rows();
      rows.ifPresent(count -> headers.put("Dramatis-Rows", Long.toString(count)));
      return Optional.of(new StoredAnswer(version, headers, rows, held.get()));
    } catch (AnswerTooLargeException tooMuch) {
      throw new QueryFailedException(tooMuch.problem(), tooMuch);
    }
  }

  private Optional<byte[]> write(
      Version version,
      Answer answer,
      List<Warning> warnings,
      SparqlQuestion question,
      SpooledBody body)
      throws IOException, QueryFailedException {
    try {
      switch (question.form()) {
        case AnswerForm.Page() ->
            Templates.write(
                ResultPage.of(answer, page(version, question)),
                context(version, question, warnings),
                body);
        case AnswerForm.Data data ->
            AnswerWriter.write(answer, data.format(), data.version(), body);
      }
      return body.complete();
    } catch (RuntimeException | QueryFailedException failed) {
      if (body.lost().isPresent()) {
        throw new IOException("the client took no more", failed);
      }
      throw failed;
    }
  }

  private PageContext context(Version version, SparqlQuestion question, List<Warning> warnings) {
    List<Warning> all = new ArrayList<>(question.running().exchange().warnings());
    all.addAll(warnings);
    return new PageContext(Optional.of(versions.edition(version)), all);
  }

  private ResultPage.Question page(Version version, SparqlQuestion question) {
    SparqlRequest asked = question.asked();
    return new ResultPage.Question(
        asked.text(),
        catalogue.get().asking(asked.text()),
        cite(version, question),
        asked::address);
  }

  /** What has an address of its own was cited, and what is never the same cannot be. */
  private Optional<CiteForm> cite(Version version, SparqlQuestion question) {
    SparqlRequest asked = question.asked();
    return cites && question.parsed().repeatable() && asked.path().isEmpty()
        ? Optional.of(
            CiteForm.of(
                asked.text(),
                asked.defaultGraphs(),
                asked.namedGraphs(),
                version.toString(),
                "Cite this answer"))
        : Optional.empty();
  }

  private static Map<String, String> headers(
      Version version, OptionalLong cutAt, List<Warning> warnings, SparqlQuestion question) {
    Map<String, String> headers = new LinkedHashMap<>();
    switch (question.form()) {
      case AnswerForm.Page() -> headers.putAll(PageHeaders.ALL);
      case AnswerForm.Data data -> headers.put("Content-Type", data.contentType());
    }
    question
        .asked()
        .paging()
        .ifPresent(page -> headers.put("Link", page.links(version, cutAt.isPresent())));
    if (cutAt.isPresent()) {
      headers.put("Dramatis-Truncated", "rows=" + cutAt.getAsLong());
    }
    if (!warnings.isEmpty()) {
      headers.put(Warning.HEADER, Warning.header(warnings));
    }
    return headers;
  }

  private static long most(long limit) {
    return limit == 0 ? Long.MAX_VALUE : limit;
  }

  /** An outlet that tells when it is opened. */
  private record Telling(SpooledBody.Outlet outlet, Runnable opened) implements SpooledBody.Outlet {
    @Override
    public OutputStream open() throws IOException {
      opened.run();
      return outlet.open();
    }

    @Override
    public void complete() throws IOException {
      outlet.complete();
    }
  }
}
