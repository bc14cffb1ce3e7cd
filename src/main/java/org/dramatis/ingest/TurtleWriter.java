package org.dramatis.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Namespaces;
import org.dramatis.model.NaturalOrder;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.model.TermOrder;

/** Writes the statements of one file in the form that {@link CanonicalTurtle} describes. */
final class TurtleWriter {

  private static final int WIDTH = 100;
  private static final String STEP = "    ";
  private static final Set<Node> LEADERS =
      Set.of(
          OWL2.Ontology.asNode(),
          SKOS.ConceptScheme.asNode(),
          NodeFactory.createURI(Namespaces.TERMS + "Source"));

  private final String file;
  private final TurtleTerms terms;
  private final TurtleShape shape;
  private final Set<Node> written = new HashSet<>();

  TurtleWriter(String file, Collection<Triple> triples, Map<String, String> prefixes) {
    this.file = file;
    this.terms = new TurtleTerms(prefixes);
    this.shape = new TurtleShape(new LinkedHashSet<>(triples));
  }

  /** The whole text below the leading comment. */
  Outcome<String> write() {
    List<Problem> problems = new ArrayList<>();
    shape.unnestable().forEach(reason -> problems.add(unnestable(reason)));
    if (!problems.isEmpty()) {
      return new Outcome.Refused<>(problems);
    }
    List<String> blocks = new ArrayList<>();
    shape.namedSubjects().stream().sorted(subjects()).forEach(s -> blocks.add(block(s)));
    shape.blankRoots().stream().map(this::block).sorted(NaturalOrder.INSTANCE).forEach(blocks::add);
    if (!written.containsAll(shape.blankSubjects())) {
      return Outcome.refused(unnestable("some blank nodes refer to each other in a circle"));
    }
    return Outcome.of(prefixLines() + String.join("\n", blocks));
  }

  private Problem unnestable(String reason) {
    return new Problem.Malformed(
        Place.of(file), reason, "give the node an IRI, or use it in one place only");
  }

  private String prefixLines() {
    if (terms.used().isEmpty()) {
      return "";
    }
    return terms.used().entrySet().stream()
        .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
        .collect(Collectors.joining("", "", "\n"));
  }

  private Comparator<Node> subjects() {
    return Comparator.comparing((Node subject) -> !leads(subject))
        .thenComparing(TermOrder.INSTANCE);
  }

  private boolean leads(Node subject) {
    return shape.statements(subject).stream()
        .anyMatch(triple ->
            triple.getPredicate().equals(RDF.Nodes.type) && LEADERS.contains(triple.getObject()));
  }

  private String block(Node subject) {
    String name = subject.isBlank() ? "[]" : terms.write(subject);
    return name + body(subject, STEP) + STEP + ".\n";
  }

  /** The types on the subject's line, then a line for each statement. */
  private String body(Node subject, String indent) {
    written.add(subject);
    List<Triple> types = new ArrayList<>();
    List<Triple> others = new ArrayList<>();
    for (Triple triple : shape.statements(subject)) {
      (triple.getPredicate().equals(RDF.Nodes.type) ? types : others).add(triple);
    }
    StringBuilder text = new StringBuilder();
    if (!types.isEmpty()) {
      text.append(" a ").append(String.join(", ", objects(types, indent, " a ".length())));
      text.append(" ;");
    }
    text.append('\n');
    others.stream()
        .map(Triple::getPredicate)
        .distinct()
        .sorted(TermOrder.INSTANCE)
        .forEach(predicate -> appendLines(text, predicate, others, indent));
    return text.toString();
  }

  private void appendLines(
      StringBuilder text, Node predicate, List<Triple> statements, String indent) {
    List<Triple> same =
        statements.stream().filter(triple -> triple.getPredicate().equals(predicate)).toList();
    String verb = terms.predicate(predicate);
    for (String object : objects(same, indent, verb.length() + 1)) {
      text.append(indent).append(verb).append(' ').append(object).append(" ;\n");
    }
  }

  /** Objects with their reifiers, sorted: by value, and those without a name by their text. */
  private List<String> objects(List<Triple> statements, String indent, int before) {
    List<String> named =
        statements.stream()
            .filter(triple -> !triple.getObject().isBlank())
            .sorted(Comparator.comparing(Triple::getObject, TermOrder.INSTANCE))
            .map(triple -> object(triple.getObject(), indent, before) + reifiers(triple))
            .toList();
    List<String> all = new ArrayList<>(named);
    statements.stream()
        .filter(triple -> triple.getObject().isBlank())
        .map(triple -> object(triple.getObject(), indent, before))
        .sorted(NaturalOrder.INSTANCE)
        .forEach(all::add);
    return all;
  }

  private String reifiers(Triple triple) {
    return shape.reifiers(triple).stream()
        .sorted(TermOrder.INSTANCE)
        .map(reifier -> " ~ " + terms.write(reifier))
        .collect(Collectors.joining());
  }

  private String object(Node node, String indent, int before) {
    if (node.equals(RDF.Nodes.nil)) {
      return "()";
    }
    if (!node.isBlank()) {
      return terms.write(node);
    }
    if (shape.isList(node)) {
      return list(node, indent, before);
    }
    if (shape.statements(node).isEmpty()) {
      return "[]";
    }
    return "[" + body(node, indent + STEP) + indent + "]";
  }

  private String list(Node head, String indent, int before) {
    List<Node> members = new ArrayList<>();
    for (Node cell = head; !cell.equals(RDF.Nodes.nil); cell = shape.rest(cell)) {
      written.add(cell);
      members.add(shape.first(cell));
    }
    String deeper = indent + STEP;
    List<String> texts = members.stream().map(node -> object(node, deeper, 0)).toList();
    String inline = "( " + String.join(" ", texts) + " )";
    int length =
        indent.length() + before + inline.codePointCount(0, inline.length()) + " ;".length();
    if (inline.indexOf('\n') < 0 && length <= WIDTH) {
      return inline;
    }
    return texts.stream()
        .map(text -> deeper + text + "\n")
        .collect(Collectors.joining("", "(\n", indent + ")"));
  }
}
