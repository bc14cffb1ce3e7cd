package org.dramatis.ontology;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.reasoner.ValidityReport;
import org.apache.jena.reasoner.rulesys.OWLFBRuleReasoner;
import org.apache.jena.reasoner.rulesys.OWLFBRuleReasonerFactory;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * What Jena's OWL reasoner has against a graph.
 *
 * <p>All its rules are used but one, {@code distinct1}, which derives owl:differentFrom for every
 * pair of individuals of disjoint classes. The pairs of claims and passages alone make it twenty
 * times slower on the whole graph, and for nothing: whatever is of two disjoint classes, also by
 * way of being the same as something else, is found by another rule.
 */
final class Contradictions {

  private static final String PAIRS_ALL_INDIVIDUALS = "distinct1";

  private Contradictions() {}

  /** Each contradiction in words, and warnings likewise. */
  static List<String> in(Graph graph) {
    ValidityReport report =
        ModelFactory.createInfModel(reasoner(), ModelFactory.createModelForGraph(graph)).validate();
    return WrappedIterator.create(report.getReports())
        .mapWith(ValidityReport.Report::toString)
        .toList();
  }

  /** One of its own: the one that the registry hands out is shared. */
  private static OWLFBRuleReasoner reasoner() {
    OWLFBRuleReasoner reasoner = new OWLFBRuleReasoner(OWLFBRuleReasonerFactory.theInstance());
    List<Rule> rules = reasoner.getRules();
    List<Rule> kept =
        rules.stream().filter(rule -> !PAIRS_ALL_INDIVIDUALS.equals(rule.getName())).toList();
    if (kept.size() != rules.size() - 1) {
      throw new AssertionError("Jena no longer has the one rule " + PAIRS_ALL_INDIVIDUALS);
    }
    reasoner.setRules(kept);
    return reasoner;
  }
}
