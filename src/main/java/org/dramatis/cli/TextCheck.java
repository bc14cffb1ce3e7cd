package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Evidence;
import org.dramatis.entity.Finding;
import org.dramatis.entity.Report;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Problem;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;
import org.dramatis.query.catalogue.ParameterType;

/**
 * The passages of a document held against its text.
 *
 * @param report what was found
 * @param words each claim whose words were found, with these words
 */
record TextCheck(Report report, List<String> words) {

  /** Verifies the text of a document that the project knows. */
  static TextCheck of(Project project, Path file, Optional<String> document) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw CommandFailedException.misuse("the file %s cannot be read".formatted(file));
    }
    byte[] text = Files.readAllBytes(file);
    return project
        .unchecked()
        .history()
        .store()
        .read(snapshot -> verify(snapshot.dataset(), file.toString(), text, document));
  }

  private static TextCheck verify(
      DatasetGraph dataset, String name, byte[] text, Optional<String> wanted) {
    Node document = choose(Evidence.documents(dataset), wanted);
    return switch (Evidence.verify(dataset, document, name, text)) {
      case Outcome.Ok<Report>(Report report) -> new TextCheck(report, words(dataset, report));
      case Outcome.Refused<Report>(List<Problem> problems) ->
          throw CommandFailedException.of(problems);
    };
  }

  private static Node choose(List<Node> documents, Optional<String> wanted) {
    List<Node> candidates =
        wanted.isEmpty()
            ? documents
            : documents.stream()
                .filter(
                    node -> new ParameterType.Iri().parse(wanted.get()).equals(Optional.of(node)))
                .toList();
    if (candidates.size() != 1) {
      throw CommandFailedException.misuse(
          "--document has to name one of the documents whose text is known: "
              + documents.stream().map(Terms::show).collect(Collectors.joining(", ")));
    }
    return candidates.getFirst();
  }

  private static List<String> words(DatasetGraph dataset, Report report) {
    Graph graph = dataset.getDefaultGraph();
    return report.verified().stream()
        .flatMap(found ->
            graph
                .find(Node.ANY, Properties.PASSAGE, found.passage())
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .sorted(TermOrder.INSTANCE)
                .map(claim -> line(graph, claim, found)))
        .toList();
  }

  private static String line(Graph graph, Node claim, Finding.Verified found) {
    String label =
        graph
            .find(claim, RDFS.label.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList()
            .stream()
            .findFirst()
            .orElse("");
    return "%s\t%d–%d\t%s\t«%s»"
        .formatted(Terms.show(claim), found.start(), found.end(), label, found.words());
  }

  /** What was found, in a line. */
  String summary() {
    return "verified %d of %d passages of %s"
        .formatted(
            report.verified().size(), report.findings().size(), Terms.show(report.document()));
  }

  /** Everything that does not agree. */
  List<Problem> problems() {
    return report.problems();
  }
}
