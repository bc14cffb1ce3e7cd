package org.dramatis.query.conflict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.PatternVars;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.Substitution;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/**
 * What the published queries on conflicts find, as claims. What counts as a disagreement stands in
 * these queries and nowhere else: their patterns are asked for the claims behind their rows.
 */
public final class Disagreements {

  /** Finds where two sources disagree. */
  public static final String BETWEEN = "conflicts/between-sources";

  /** Finds what one source says that cannot all be true. */
  public static final String WITHIN = "conflicts/within-source";

  private static final Var SUBJECT = Var.alloc("subject");

  private final QueryRunner runner;
  private final Catalogue catalogue;
  private final Snapshot snapshot;
  private final Budget budget;
  private final Optional<Node> thing;

  private Disagreements(
      QueryRunner runner,
      Catalogue catalogue,
      Snapshot snapshot,
      Budget budget,
      Optional<Node> thing) {
    this.thing = thing;
    this.runner = runner;
    this.catalogue = catalogue;
    this.snapshot = snapshot;
    this.budget = budget;
  }

  /**
   * All that a version of the data has, between sources and within some.
   *
   * @param sources those that are held against themselves
   */
  public static List<Disagreement> find(
      QueryRunner runner, Catalogue catalogue, Snapshot snapshot, Budget budget, List<Node> sources)
      throws IOException, QueryFailedException {
    return new Disagreements(runner, catalogue, snapshot, budget, Optional.empty()).all(sources);
  }

  /**
   * Those about one thing, which costs what is said about it and not what there is.
   *
   * @param sources those that are held against themselves
   */
  public static List<Disagreement> about(
      QueryRunner runner,
      Catalogue catalogue,
      Snapshot snapshot,
      Budget budget,
      List<Node> sources,
      Node thing)
      throws IOException, QueryFailedException {
    return new Disagreements(runner, catalogue, snapshot, budget, Optional.of(thing)).all(sources);
  }

  private List<Disagreement> all(List<Node> sources) throws IOException, QueryFailedException {
    List<Disagreement> found = new ArrayList<>();
    Optional<PublishedQuery> between = published(BETWEEN, "subject", "matter", "a", "b");
    if (between.isPresent()) {
      found.addAll(ask(between.get().query(), "matter", false, "a", "b"));
    }
    Optional<PublishedQuery> within = published(WITHIN, "subject", "rule", "claim");
    if (within.isPresent()) {
      for (Node source : sources) {
        Query query = within.get().with(Map.of("source", source.getURI()));
        ask(query, "rule", true, "claim").stream()
            .filter(each -> each.claims().size() > 1)
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** A deployment of one's own may publish none, or other queries under these names. */
  private Optional<PublishedQuery> published(String path, String... variables) {
    return catalogue.queries().stream()
        .filter(query -> query.path().equals(path))
        .filter(query ->
            PatternVars.vars(query.query().getQueryPattern())
                .containsAll(Stream.of(variables).map(Var::alloc).toList()))
        .findFirst();
  }

  private List<Disagreement> ask(Query query, String matter, boolean within, String... claims)
      throws IOException, QueryFailedException {
    List<Var> variables = Stream.of(claims).map(Var::alloc).toList();
    return runner.run(
        question(query, Var.alloc(matter), variables),
        snapshot,
        budget,
        (_, answer) -> {
          List<Disagreement> found = new ArrayList<>();
          if (answer instanceof Answer.Rows rows) {
            rows.rows()
                .forEachRemaining(row -> {
                  Node subject = thing.orElseGet(() -> row.get(SUBJECT));
                  add(row(row, subject, Var.alloc(matter), within, variables), found);
                });
          }
          return found;
        });
  }

  private static Disagreement row(
      Binding row, Node subject, Var matter, boolean within, List<Var> claims) {
    SequencedSet<Node> named = new LinkedHashSet<>();
    claims.forEach(claim -> named.add(row.get(claim)));
    return new Disagreement(subject, row.get(matter).getLiteralLexicalForm(), within, named);
  }

  private static void add(Disagreement row, List<Disagreement> found) {
    Disagreement together = row;
    for (Disagreement other : List.copyOf(found)) {
      if (other.isAbout(together)) {
        found.remove(other);
        together = other.and(together);
      }
    }
    found.add(together);
  }

  /** The same pattern, asked for what the published query binds and does not show. */
  private Query question(Query published, Var matter, List<Var> claims) {
    Query question = QueryFactory.make();
    question.setSyntax(published.getSyntax());
    question.setQuerySelectType();
    question.setDistinct(true);
    question.addResultVar(matter);
    claims.forEach(question::addResultVar);
    question.setQueryPattern(published.getQueryPattern());
    question.addOrderBy(matter, Query.ORDER_ASCENDING);
    if (thing.isEmpty()) {
      question.addResultVar(SUBJECT);
      question.addOrderBy(SUBJECT, Query.ORDER_ASCENDING);
    }
    claims.forEach(claim -> question.addOrderBy(claim, Query.ORDER_ASCENDING));
    return thing
        .map(subject -> Substitution.apply(question, Map.of(SUBJECT, subject)))
        .orElse(question);
  }
}
