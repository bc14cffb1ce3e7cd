package org.dramatis.entity;

import org.apache.jena.graph.Node;

/** What came of comparing one passage with the text. */
public sealed interface Finding {

  /** The passage's IRI. */
  Node passage();

  /**
   * The words are where the graph says they are.
   *
   * @param sentence the number of the sentence in which they stand, counted from 1
   * @param start the offset of the first code point
   * @param end the offset after the last code point
   */
  record Verified(Node passage, int sentence, int start, int end, String words)
      implements Finding {}

  /** They are not, or the graph does not say enough to tell. */
  record Mismatched(Node passage, Mismatch mismatch) implements Finding {}
}
