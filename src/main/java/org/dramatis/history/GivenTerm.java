package org.dramatis.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/** A term that somebody writes down. */
public final class GivenTerm {

  private static final Pattern BARE_IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
  private static final String BEFORE = "<x:s> <x:p> ";

  private GivenTerm() {}

  /**
   * Reads a term as N-Triples has it, or an IRI without its brackets; empty if it is neither. A
   * blank node is none, as its name means nothing elsewhere.
   */
  public static Optional<Node> parse(String text) {
    if (BARE_IRI.matcher(text).matches()) {
      return Optional.of(NodeFactory.createURI(text));
    }
    List<Node> terms = new ArrayList<>();
    Graph read = GraphFactory.createDefaultGraph();
    try {
      RDFParser.fromString(BEFORE + text + " .", Lang.NTRIPLES)
          .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
          .parse(StreamRDFLib.graph(read));
    } catch (RiotException unreadable) {
      return Optional.empty();
    }
    read.find().mapWith(Triple::getObject).forEach(terms::add);
    return terms.size() == 1 && !terms.getFirst().isBlank()
        ? Optional.of(terms.getFirst())
        : Optional.empty();
  }
}
