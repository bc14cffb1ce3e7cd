package org.dramatis.http.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.history.GivenTerm;
import org.dramatis.history.Sought;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/** Reads which statements' history is wanted. */
final class SoughtParameters {

  static final String ABOUT = "about";
  static final List<String> PLACES = List.of("graph", "subject", "predicate", "object");

  private SoughtParameters() {}

  /** What is sought; empty if it is no statement's history that is wanted. */
  static Optional<Sought> of(Parameters parameters) throws RequestRefusedException {
    Optional<Node> about = term(parameters, ABOUT);
    Optional<Node> graph = term(parameters, PLACES.get(0));
    Optional<Node> subject = term(parameters, PLACES.get(1));
    Optional<Node> predicate = term(parameters, PLACES.get(2));
    Optional<Node> object = term(parameters, PLACES.get(3));
    boolean statement = Stream.of(graph, subject, predicate, object).anyMatch(Optional::isPresent);
    if (about.isPresent() && statement) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'about' is an entity, and the others are a statement")
              .hinting("leave 'about' out, or the others"));
    }
    return statement
        ? Optional.of(new Sought.Statement(graph, subject, predicate, object))
        : about.map(Sought.About::new);
  }

  private static Optional<Node> term(Parameters parameters, String name)
      throws RequestRefusedException {
    Optional<String> text = parameters.one(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> term = GivenTerm.parse(text.get());
    if (term.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'%s' is no term".formatted(name))
              .hinting(
                  "write it as N-Triples has it: <https://example.org/x>, \"text\"@en or"
                      + " \"7\"^^<http://www.w3.org/2001/XMLSchema#integer>"));
    }
    return term;
  }
}
