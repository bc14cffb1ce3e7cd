package org.dramatis.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/** The SHACL shapes of {@code ontology/shapes}, which the union of all graphs has to satisfy. */
public final class Shapes {

  static final Shapes NONE = new Shapes(GraphMemFactory.createDefaultGraph());

  private static final String FOLDER = "ontology/shapes";
  private static final Node REIFIER_SHAPE = NodeFactory.createURI(SHACL.getURI() + "reifierShape");

  private final Graph graph;
  private final org.apache.jena.shacl.Shapes shapes;

  private Shapes(Graph graph) {
    this.graph = graph;
    this.shapes = ShaclValidator.get().parse(graph);
  }

  /** Reads the shapes of a project, strictly. */
  public static Outcome<Shapes> load(Path project) {
    Folder folder = new Folder(project, FOLDER);
    return folder.files(".ttl").then(names -> load(folder, names));
  }

  private static Outcome<Shapes> load(Folder folder, List<String> names) {
    List<Problem> problems = new ArrayList<>();
    Graph all = GraphMemFactory.createDefaultGraph();
    for (Document document : folder.documents(names, problems)) {
      switch (RdfReader.read(document)) {
        case Outcome.Ok<Reading> ok -> {
          Graph one = GraphMemFactory.createDefaultGraph();
          ok.value().quads().stream().map(Quad::asTriple).forEach(one::add);
          whatIsIgnored(document.name(), one).ifPresent(problems::add);
          one.find().forEachRemaining(all::add);
        }
        case Outcome.Refused<Reading> refused -> problems.addAll(refused.problems());
      }
    }
    if (!problems.isEmpty()) {
      return new Outcome.Refused<>(problems);
    }
    try {
      return Outcome.of(new Shapes(all));
    } catch (ShaclException malformed) {
      return Outcome.refused(
          new Problem.Malformed(
              Place.of(FOLDER),
              "a shape is not legal SHACL: " + malformed.getMessage(),
              "mend that shape"));
    }
  }

  /** A constraint that the engine passes over in silence would be a rule that never catches. */
  private static Optional<Problem> whatIsIgnored(String file, Graph shapes) {
    if (!shapes.contains(Node.ANY, REIFIER_SHAPE, Node.ANY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem.Malformed(
            Place.of(file),
            "sh:reifierShape is not looked at by the SHACL engine used here",
            "write the rule as a query in ontology/checks"));
  }

  /** Everything that the shapes have against the dataset. */
  List<Problem> problems(DatasetGraph dataset, Origins origins) {
    return ShaclValidator.get().validate(shapes, dataset.getDefaultGraph()).getEntries().stream()
        .map(entry -> problem(entry, origins))
        .toList();
  }

  private Problem problem(ReportEntry entry, Origins origins) {
    return new Problem.ShapeViolation(
        origins.place(List.of(entry.focusNode())),
        namedShape(entry.source()),
        entry.focusNode(),
        Optional.ofNullable(entry.resultPath()),
        Optional.ofNullable(entry.value()),
        message(entry.messages()),
        entry.sourceConstraintComponent(),
        entry.severity().equals(Severity.Violation));
  }

  private static String message(Collection<Node> messages) {
    return String.join(
        "; ",
        messages.stream()
            .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
            .toList());
  }

  /** The nearest shape around this one that a person can look up by its name. */
  private Node namedShape(Node shape) {
    Node current = shape;
    while (current.isBlank()) {
      List<Triple> around = graph.find(Node.ANY, Node.ANY, current).toList();
      if (around.size() != 1) {
        return current;
      }
      current = around.getFirst().getSubject();
    }
    return current;
  }
}
