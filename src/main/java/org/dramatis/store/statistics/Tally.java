package org.dramatis.store.statistics;

import org.apache.jena.graph.Node;

/** Something of which there is a number in a version of the data. */
public sealed interface Tally {

  /** What is counted of the statements of a whole, or of a part. */
  enum Of {
    /** The statements themselves; one that several graphs have is one. */
    STATEMENTS,

    /** What they are about. */
    SUBJECTS,

    /** What they say of it. */
    OBJECTS
  }

  /** All graphs together. */
  record OfAll(Of of) implements Tally {}

  /** What is named by this project, and not a term of its vocabulary, and is described. */
  record OfEntities() implements Tally {}

  /** The statements of one graph. */
  record OfGraph(Node graph) implements Tally {}

  /** What has a type. */
  record OfClass(Node type) implements Tally {}

  /** The statements with a property. */
  record OfProperty(Node property, Of of) implements Tally {}

  /** Those about what has a type. */
  record OfClassProperty(Node type, Node property, Of of) implements Tally {}

  /** Those about what has a type that lead to what has another. */
  record ToClass(Node type, Node property, Node target) implements Tally {}

  /** Those about what has a type that have a value of a datatype. */
  record ToDatatype(Node type, Node property, Node datatype) implements Tally {}

  /** Those that lead to what others have named, all in one place. */
  record Link(Node property, String space) implements Tally {}
}
