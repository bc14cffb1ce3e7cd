package org.dramatis.http.sparql;

import org.dramatis.http.admission.Client;
import org.dramatis.http.answer.AnswerKey;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.model.Version;
import org.dramatis.query.ParsedQuery;
import org.dramatis.query.budget.Budget;

/**
 * A query that is about to be answered.
 *
 * @param asked the query as it was sent
 * @param options how it is to be answered
 * @param parsed the query as it was read
 * @param form what is sent
 * @param client who asks
 * @param running what it is to an operator
 * @param root the address of the service as the client has called it
 */
record SparqlQuestion(
    SparqlRequest asked,
    SparqlOptions options,
    ParsedQuery parsed,
    AnswerForm form,
    Client client,
    RunningQuery running,
    String root) {

  /** What may be used for the answer. */
  Budget budget() {
    return running.budget();
  }

  /** All that the answer from a version depends on. */
  AnswerKey key(Version version) {
    return new AnswerKey(
        version,
        asked.text(),
        asked.defaultGraphs(),
        asked.namedGraphs(),
        formAndWarnings(),
        options.maxRows());
  }

  /**
   * A page shows what is to be warned of in the request, which data does not; and both lead to the
   * other rows where they were asked for in parts.
   */
  private String formAndWarnings() {
    String shown =
        switch (form) {
          case AnswerForm.Page page -> page + running.exchange().warnings().toString();
          case AnswerForm.Data data -> data.toString();
        };
    return shown + asked.paging().map(Paging::toString).orElse("");
  }
}
