package org.dramatis.http.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.query.answer.AnswerFormat;

/** In which form an error is sent. */
public final class Problems {

  /** A form of an error. */
  sealed interface Form {}

  /** A problem document. */
  record Document() implements Form {}

  /** A page for a browser. */
  record Page() implements Form {}

  /** What the rules have against a change, in RDF. */
  record Report(Graph graph, AnswerFormat format) implements Form {}

  /** What does not only hold a graph, but names it, holds nothing more of a report. */
  private static final Set<AnswerFormat> IN_RDF =
      Set.of(AnswerFormat.TURTLE, AnswerFormat.JSONLD, AnswerFormat.NTRIPLES, AnswerFormat.RDFXML);

  private Problems() {}

  /** A browser says that it wants HTML; whoever wants no form that there is gets the machine's. */
  public static boolean inHtml(String accept) {
    return choose(Optional.empty(), accept) instanceof Page;
  }

  static Form choose(HttpProblem problem, String accept) {
    return choose(problem.report(), accept);
  }

  private static Form choose(Optional<Graph> report, String accept) {
    List<Negotiation.Offer<Form>> offers = new ArrayList<>();
    offers.add(new Negotiation.Offer<>(new Document(), HttpProblem.MEDIA_TYPE));
    offers.add(new Negotiation.Offer<>(new Page(), PageHeaders.HTML));
    report.ifPresent(graph ->
        AnswerFormat.of(AnswerFormat.Kind.GRAPH).stream()
            .filter(IN_RDF::contains)
            .forEach(format ->
                offers.add(
                    new Negotiation.Offer<>(new Report(graph, format), format.mediaType()))));
    return new Negotiation<>(offers).choose(accept).orElseGet(Document::new);
  }
}
