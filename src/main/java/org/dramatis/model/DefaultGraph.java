package org.dramatis.model;

/** What the default graph of a dataset is. */
public enum DefaultGraph {

  /** The union of all named graphs; a statement is written to one of these. */
  UNION,

  /** A graph of its own, as the test suites of SPARQL Update expect it. */
  SEPARATE
}
