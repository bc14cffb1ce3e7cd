package org.dramatis.http.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.PlanPage;
import org.dramatis.http.page.WhyPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.plan.Plan;
import org.dramatis.query.plan.PlanDocument;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.QueryWarnings;
import org.dramatis.query.warning.Warning;
import org.dramatis.query.warning.WarningDocument;
import org.dramatis.query.why.Why;
import org.dramatis.query.why.WhyDocument;
import org.dramatis.query.why.WhyEmpty;
import org.dramatis.store.Snapshot;

/** Tells what can be told of a query instead of its answer; never from a cache. */
final class Insights {

  private enum Form {
    JSON("application/json"),
    TEXT("text/plain"),
    PAGE(PageHeaders.HTML);

    private final String mediaType;

    Form(String mediaType) {
      this.mediaType = mediaType;
    }

    private Document told(String text) {
      return new Document.Told(mediaType, text);
    }
  }

  private static final Negotiation<Form> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(Form.JSON, Form.JSON.mediaType),
              new Negotiation.Offer<>(Form.TEXT, Form.TEXT.mediaType),
              new Negotiation.Offer<>(Form.PAGE, Form.PAGE.mediaType)));

  private final QueryRunner runner;

  Insights(QueryRunner runner) {
    this.runner = runner;
  }

  /** A document or page about a query, which is sent once it is complete. */
  sealed interface Document {

    /** For people. */
    record Shown(Page page) implements Document {}

    /** For programs. */
    record Told(String mediaType, String text) implements Document {}

    default void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.setHeader("Cache-Control", "no-store");
      switch (this) {
        case Shown(Page page) -> Endpoint.sendPage(request, response, page);
        case Told(String mediaType, String text) ->
            Endpoint.send(request, response, mediaType, text);
      }
    }
  }

  /** Makes it, within the budget. */
  Document make(
      Insight insight,
      Query query,
      String text,
      Snapshot snapshot,
      Budget budget,
      Optional<String> format,
      HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    Form form = form(format, request);
    return switch (insight) {
      case EXPLAIN -> {
        Plan plan = runner.explain(query, snapshot, budget);
        yield switch (form) {
          case JSON -> form.told(PlanDocument.json(plan, snapshot.version()));
          case TEXT -> form.told(PlanDocument.text(plan, snapshot.version()));
          case PAGE -> new Document.Shown(new PlanPage(plan, text));
        };
      }
      case CHECK -> {
        List<Warning> warnings = QueryWarnings.of(query, snapshot.dataset());
        yield switch (form) {
          case JSON -> form.told(WarningDocument.json(warnings, snapshot.version()));
          case TEXT, PAGE -> Form.TEXT.told(WarningDocument.text(warnings));
        };
      }
      case WHY -> {
        Why why = WhyEmpty.of(runner, query, snapshot, budget);
        yield switch (form) {
          case JSON -> form.told(WhyDocument.json(why, snapshot.version()));
          case TEXT -> form.told(WhyDocument.text(why));
          case PAGE -> new Document.Shown(new WhyPage(why, text));
        };
      }
    };
  }

  private static Form form(Optional<String> format, HttpServletRequest request)
      throws RequestRefusedException {
    Optional<Form> form =
        switch (format.orElse("")) {
          case "" -> FORMS.choose(Endpoint.accept(request));
          case "json" -> Optional.of(Form.JSON);
          case "text" -> Optional.of(Form.TEXT);
          case "html" -> Optional.of(Form.PAGE);
          default -> Optional.empty();
        };
    return form.orElseThrow(() ->
        new RequestRefusedException(
            HttpProblem.notAcceptable(
                "this comes as " + FORMS.list() + ", by name: json, text, html")));
  }
}
