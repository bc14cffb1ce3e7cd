package org.dramatis.entity;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.model.Vocabulary.Properties;

/** What the graph says of the place of a passage; whether it is true is another question. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
record Annotation(Node passage, int sentence, int start, int end, byte[] digest) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Map<Node, Pattern> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put(Properties.SENTENCE, NUMBER);
    FORMS.put(Properties.START, NUMBER);
    FORMS.put(Properties.END, NUMBER);
    FORMS.put(Properties.SHA256, DIGEST);
  }

  /** Whether the passage has a place at all; one without stands for a document that is cited. */
  static boolean isPlaced(Graph graph, Node passage) {
    return FORMS.keySet().stream().anyMatch(p -> graph.contains(passage, p, Node.ANY));
  }

  /** What keeps the annotation from being read: something missing, doubled or of no use. */
  static Optional<String> fault(Graph graph, Node passage) {
    String faults =
        FORMS.entrySet().stream()
            .filter(form -> !isOne(values(graph, passage, form.getKey()), form.getValue()))
            .map(form -> form.getKey().getLocalName())
            .collect(Collectors.joining(", "));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of("does not have exactly one usable value of " + faults);
  }

  /** Reads the annotation of a passage in which there is no fault. */
  static Annotation read(Graph graph, Node passage) {
    return new Annotation(
        passage,
        Integer.parseInt(values(graph, passage, Properties.SENTENCE).getFirst()),
        Integer.parseInt(values(graph, passage, Properties.START).getFirst()),
        Integer.parseInt(values(graph, passage, Properties.END).getFirst()),
        HexFormat.of().parseHex(values(graph, passage, Properties.SHA256).getFirst()));
  }

  private static boolean isOne(List<String> values, Pattern form) {
    return values.size() == 1 && form.matcher(values.getFirst()).matches();
  }

  static List<String> values(Graph graph, Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .mapWith(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
        .toList();
  }
}
