package org.dramatis.http.upload;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.Terms;

/**
 * What the rules have against a change, as a validation report (SHACL, section 3.6). A row that a
 * check finds is the result of a constraint in SPARQL whose focus is the first of its resources, or
 * of its literals if it has none.
 */
final class RulesReport {

  private RulesReport() {}

  /** The report, if any of the problems is one of the rules'. */
  static Optional<Graph> of(List<Problem> problems) {
    List<ReportEntry> entries =
        problems.stream().flatMap(problem -> entry(problem).stream()).toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    ValidationReport.Builder report = ValidationReport.create();
    entries.forEach(report::addReportEntry);
    Graph graph = report.build().getGraph();
    graph.getPrefixMapping().setNsPrefixes(Namespaces.prefixes());
    graph.getPrefixMapping().setNsPrefix("sh", SHACL.getURI());
    return Optional.of(graph);
  }

  private static Optional<ReportEntry> entry(Problem problem) {
    return switch (problem) {
      case Problem.ShapeViolation violation -> Optional.of(entry(violation));
      case Problem.CheckViolation violation -> Optional.of(entry(violation));
      case Problem.Unreadable _,
          Problem.Malformed _,
          Problem.TooCostly _,
          Problem.TooManyToCheck _,
          Problem.TooMany _,
          Problem.AnotherRequest _,
          Problem.ForeignGraph _,
          Problem.NotWritable _,
          Problem.Forbidden _,
          Problem.NotOneSource _,
          Problem.NotInOrder _,
          Problem.PassageMismatch _,
          Problem.NotCanonical _ ->
          Optional.empty();
    };
  }

  private static ReportEntry entry(Problem.ShapeViolation violation) {
    ReportEntry entry =
        ReportEntry.create()
            .focusNode(violation.focus())
            .source(violation.shape())
            .sourceConstraintComponent(violation.component())
            .severity(violation.blocks() ? Severity.Violation : Severity.Warning)
            .message(violation.why());
    violation.path().ifPresent(entry::resultPath);
    violation.value().ifPresent(entry::value);
    return entry;
  }

  private static ReportEntry entry(Problem.CheckViolation violation) {
    Node check = NodeFactory.createURI(Namespaces.BASE + violation.check());
    Collection<Node> row = violation.row().values();
    Node focus =
        row.stream()
            .filter(node -> node.isURI() || node.isBlank())
            .findFirst()
            .or(() -> row.stream().findFirst())
            .orElse(check);
    return ReportEntry.create()
        .focusNode(focus)
        .source(check)
        .sourceConstraintComponent(SHACL.SPARQLConstraintComponent)
        .severity(Severity.Violation)
        .message(message(violation));
  }

  private static String message(Problem.CheckViolation violation) {
    return violation.row().entrySet().stream()
        .map(RulesReport::cell)
        .collect(Collectors.joining(", ", violation.title() + ": ", ". " + violation.why()));
  }

  private static String cell(Map.Entry<String, Node> cell) {
    return "?%s = %s".formatted(cell.getKey(), Terms.show(cell.getValue()));
  }
}
