package org.dramatis.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Utf8;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * Holds the passages that the graph knows of a document against the document's text. The graph has
 * positions and digests and never the words; whoever has the text can see that they are the same.
 */
public final class Evidence {

  private final Graph graph;
  private final Node document;
  private final TextWindow text;

  private Evidence(Graph graph, Node document, String text) {
    this.graph = graph;
    this.document = document;
    this.text = new TextWindow(text);
  }

  /** The documents whose text can be verified, because the graph has its digest. */
  public static List<Node> documents(DatasetGraph dataset) {
    return dataset
        .getDefaultGraph()
        .find(Node.ANY, Properties.TEXT_SHA256, Node.ANY)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .distinct()
        .toList();
  }

  /**
   * Compares every passage of the document with its text, which is taken byte for byte.
   *
   * @param name how problems call the text
   */
  public static Outcome<Report> verify(
      DatasetGraph dataset, Node document, String name, byte[] text) {
    return Utf8.decode(name, text)
        .then(words ->
            Outcome.of(new Evidence(dataset.getDefaultGraph(), document, words).report(name)));
  }

  private Report report(String name) {
    List<Finding> findings =
        graph
            .find(Node.ANY, Properties.DOCUMENT, document)
            .mapWith(Triple::getSubject)
            .filterKeep(passage -> Annotation.isPlaced(graph, passage))
            .toList()
            .stream()
            .sorted(TermOrder.INSTANCE)
            .map(this::find)
            .toList();
    List<Finding.Verified> found =
        findings.stream()
            .filter(Finding.Verified.class::isInstance)
            .map(Finding.Verified.class::cast)
            .toList();
    Set<Finding.Verified> inOrder = SentenceOrder.longest(found);
    return new Report(
        name,
        document,
        wholeText(),
        findings.stream().map(finding -> checkOrder(finding, inOrder)).toList());
  }

  private Finding find(Node passage) {
    return Annotation.fault(graph, passage)
        .<Finding>map(fault -> new Finding.Mismatched(passage, new Mismatch.Incomplete(fault)))
        .orElseGet(() -> compare(Annotation.read(graph, passage)));
  }

  private Finding compare(Annotation said) {
    Node passage = said.passage();
    Range stated = new Range(said.start(), said.end());
    boolean inside = text.contains(stated);
    if (inside && text.has(said.digest(), stated)) {
      return new Finding.Verified(
          passage, said.sentence(), said.start(), said.end(), text.words(stated));
    }
    Optional<Range> found = stated.isEmpty() ? Optional.empty() : text.find(said.digest(), stated);
    Mismatch mismatch =
        found
            .<Mismatch>map(range -> new Mismatch.Moved(stated, range))
            .orElseGet(() ->
                inside
                    ? new Mismatch.Changed(stated, text.words(stated))
                    : new Mismatch.OutsideText(stated, text.length()));
    return new Finding.Mismatched(passage, mismatch);
  }

  private static Finding checkOrder(Finding finding, Set<Finding.Verified> inOrder) {
    if (finding instanceof Finding.Verified verified && !inOrder.contains(verified)) {
      return new Finding.Mismatched(
          verified.passage(), new Mismatch.OutOfOrder(verified.sentence(), verified.start()));
    }
    return finding;
  }

  private List<Mismatch> wholeText() {
    List<Mismatch> mismatches = new ArrayList<>();
    List<String> digests = Annotation.values(graph, document, Properties.TEXT_SHA256);
    if (digests.isEmpty()) {
      mismatches.add(new Mismatch.AnotherText("the graph has no digest of the whole text"));
    } else if (!digests.equals(List.of(text.digest()))) {
      mismatches.add(
          new Mismatch.AnotherText(
              "the whole text has the digest %s and not %s"
                  .formatted(text.digest(), String.join(" or ", digests))));
    }
    List<String> lengths = Annotation.values(graph, document, Properties.TEXT_LENGTH);
    String length = String.valueOf(text.length());
    if (!lengths.isEmpty() && !lengths.equals(List.of(length))) {
      mismatches.add(
          new Mismatch.AnotherText(
              "the text has %s code points and not %s"
                  .formatted(length, String.join(" or ", lengths))));
    }
    return mismatches;
  }
}
