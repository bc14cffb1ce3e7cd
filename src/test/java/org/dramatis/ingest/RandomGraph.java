package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Small graphs with everything in them that is hard to write down, the same for the same seed. */
public final class RandomGraph {

  private static final String[] LOCAL = {
    "a",
    "b",
    "c2",
    "c10",
    "",
    "10-20",
    "a.b",
    "a.",
    ".a",
    "-a",
    "a/b",
    "a%20b",
    "a%2Gb",
    "é中",
    "_a",
    "(x)",
    "it's",
    "a:b",
    "\uD83D\uDE00",
    "~",
    "a,b;c",
    "a=b&c=d",
    "*",
    "!$",
    "a+b",
    "@",
    "·a",
    "a·"
  };
  private static final String[] TEXT = {
    "",
    "plain",
    "\"",
    "\\",
    "a\nb",
    "\"\"\"",
    "ends with \"",
    "ends with \\",
    "\r\n",
    "\t",
    "\u0000",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "’“”",
    "e\u0301",
    "\uD83D\uDE00",
    "'''",
    " spaced ",
    "a . b ; c",
    "# no comment",
    "\n"
  };
  private static final String[] LANGUAGES = {"en", "de-CH", "zh-Hant"};

  private final Random random;
  private final List<Triple> triples = new ArrayList<>();

  public RandomGraph(long seed) {
    this.random = new Random(seed);
  }

  public List<Triple> triples() {
    int statements = random.nextInt(12);
    for (int i = 0; i < statements; i++) {
      add(random.nextInt(8) == 0 ? NodeFactory.createBlankNode() : iri(), 0);
    }
    return triples;
  }

  private void add(Node subject, int depth) {
    Node predicate = random.nextInt(5) == 0 ? RDF.Nodes.type : iri();
    Node object = object(depth);
    Triple triple = Triple.create(subject, predicate, object);
    triples.add(triple);
    boolean blank = subject.isBlank() || object.isBlank();
    if (!blank && random.nextInt(3) == 0) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        Node reifier = iri();
        triples.add(
            Triple.create(reifier, TurtleShape.REIFIES, NodeFactory.createTripleTerm(triple)));
        if (random.nextBoolean()) {
          triples.add(Triple.create(reifier, iri(), literal()));
        }
      }
    }
  }

  private Node object(int depth) {
    return switch (random.nextInt(depth > 3 ? 7 : 10)) {
      case 0, 1, 2 -> iri();
      case 3, 4, 5 -> literal();
      case 6 -> tripleTerm(depth);
      case 7 -> list(depth);
      default -> blank(depth);
    };
  }

  private Node tripleTerm(int depth) {
    Node object =
        depth < 3 && random.nextInt(3) == 0
            ? tripleTerm(depth + 1)
            : random.nextBoolean() ? iri() : literal();
    return NodeFactory.createTripleTerm(
        iri(), random.nextInt(4) == 0 ? RDF.Nodes.type : iri(), object);
  }

  private Node blank(int depth) {
    Node node = NodeFactory.createBlankNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      add(node, depth + 1);
    }
    return node;
  }

  private Node list(int depth) {
    Node rest = RDF.Nodes.nil;
    for (int i = random.nextInt(5); i > 0; i--) {
      Node cell = NodeFactory.createBlankNode();
      triples.add(Triple.create(cell, RDF.Nodes.first, object(depth + 1)));
      triples.add(Triple.create(cell, RDF.Nodes.rest, rest));
      rest = cell;
    }
    return rest;
  }

  private Node iri() {
    String namespace = pick("http://e/", "http://e/x#", "http://empty/", "http://other.example/");
    return NodeFactory.createURI(namespace + pick(LOCAL).replace("%2G", "%2F"));
  }

  private Node literal() {
    return switch (random.nextInt(6)) {
      case 0 -> NodeFactory.createLiteralLang(pick(TEXT), pick(LANGUAGES));
      case 1 ->
          NodeFactory.createLiteralDirLang(
              pick(TEXT), pick(LANGUAGES), pick(TextDirection.values()));
      case 2 ->
          NodeFactory.createLiteralDT(
              pick("1", "01", "-0", "0", "+7", "10", "2"), XSDDatatype.XSDinteger);
      case 3 ->
          NodeFactory.createLiteralDT(
              pick("1.0", "1.50", ".5", "-0.0", "0.25", "-0.5", "3"), XSDDatatype.XSDdecimal);
      case 4 ->
          NodeFactory.createLiteralDT(pick("true", "false", "1", "0"), XSDDatatype.XSDboolean);
      default -> NodeFactory.createLiteralString(pick(TEXT));
    };
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
