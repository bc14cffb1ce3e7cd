package org.dramatis.entity;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * What came of comparing a document's passages with its text.
 *
 * @param name how problems call the text
 * @param document the document's IRI
 * @param text what is wrong with the text as a whole; empty if nothing is
 * @param findings one for each passage that has a place in the text, in the order of the text
 */
public record Report(String name, Node document, List<Mismatch> text, List<Finding> findings) {

  /** Copies the lists. */
  public Report {
    text = List.copyOf(text);
    findings = List.copyOf(findings);
  }

  /** The passages whose words were found where they should be. */
  public List<Finding.Verified> verified() {
    return findings.stream()
        .filter(Finding.Verified.class::isInstance)
        .map(Finding.Verified.class::cast)
        .toList();
  }

  /** Everything that does not agree; empty if the document is verified. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    text.forEach(mismatch -> problems.add(problem(document, mismatch)));
    for (Finding finding : findings) {
      if (finding instanceof Finding.Mismatched(Node passage, Mismatch mismatch)) {
        problems.add(problem(passage, mismatch));
      }
    }
    return problems;
  }

  private Problem problem(Node subject, Mismatch mismatch) {
    return new Problem.PassageMismatch(Place.of(name), subject, mismatch.what(), mismatch.remedy());
  }
}
