package org.dramatis.store.statistics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.log.Lasting;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.store.statistics.Tally.Of;

/**
 * Numbers in a file: the identity of their version, a line for each, and the digest of all that. A
 * file that is anything else is no file.
 *
 * @param path where it is
 */
record StatisticsFile(Path path) {

  private static final String FIRST = "dramatis-statistics 1 ";
  private static final String BETWEEN = "\t";

  /** Writes the numbers of a version that has this identity. */
  void write(Statistics statistics, Sha256 id) throws IOException {
    TreeSet<String> lines = new TreeSet<>();
    statistics
        .counts()
        .forEach((tally, number) -> lines.add(line(tally) + BETWEEN + number + "\n"));
    String text = FIRST + id + "\n" + String.join("", lines);
    Lasting.write(path, text + Sha256.of(text) + "\n");
  }

  /**
   * Reads what was written.
   *
   * @param versions finds the version that has an identity
   */
  Optional<Statistics> read(Function<Sha256, Optional<Version>> versions) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    String all = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    int end = all.lastIndexOf("\n", all.length() - 2) + 1;
    String text = all.substring(0, end);
    if (!text.startsWith(FIRST) || !all.substring(end).equals(Sha256.of(text) + "\n")) {
      throw new IOException(path + " is not what was written there");
    }
    List<String> lines = text.lines().toList();
    Optional<Version> version =
        Sha256.parse(lines.getFirst().substring(FIRST.length())).flatMap(versions);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    Map<Tally, Long> counts = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(BETWEEN, -1);
      int last = fields.length - 1;
      counts.put(tally(Arrays.copyOf(fields, last)), Long.parseLong(fields[last]));
    }
    return Optional.of(new Statistics(version.get(), counts));
  }

  private static String line(Tally tally) {
    return switch (tally) {
      case Tally.OfAll(Of of) -> fields("all", of.name());
      case Tally.OfEntities() -> "entities";
      case Tally.OfGraph(Node graph) -> fields("graph", name(graph));
      case Tally.OfClass(Node type) -> fields("class", name(type));
      case Tally.OfProperty(Node property, Of of) -> fields("property", name(property), of.name());
      case Tally.OfClassProperty(Node type, Node property, Of of) ->
          fields("class-property", name(type), name(property), of.name());
      case Tally.ToClass(Node type, Node property, Node target) ->
          fields("to-class", name(type), name(property), name(target));
      case Tally.ToDatatype(Node type, Node property, Node datatype) ->
          fields("to-datatype", name(type), name(property), name(datatype));
      case Tally.Link(Node property, String space) -> fields("link", name(property), space);
    };
  }

  private static Tally tally(String[] fields) {
    return switch (fields[0]) {
      case "all" -> new Tally.OfAll(Of.valueOf(fields[1]));
      case "entities" -> new Tally.OfEntities();
      case "graph" -> new Tally.OfGraph(node(fields[1]));
      case "class" -> new Tally.OfClass(node(fields[1]));
      case "property" -> new Tally.OfProperty(node(fields[1]), Of.valueOf(fields[2]));
      case "class-property" ->
          new Tally.OfClassProperty(node(fields[1]), node(fields[2]), Of.valueOf(fields[3]));
      case "to-class" -> new Tally.ToClass(node(fields[1]), node(fields[2]), node(fields[3]));
      case "to-datatype" -> new Tally.ToDatatype(node(fields[1]), node(fields[2]), node(fields[3]));
      case "link" -> new Tally.Link(node(fields[1]), fields[2]);
      default -> throw new IllegalArgumentException("nothing is counted as " + fields[0]);
    };
  }

  private static String fields(String... fields) {
    return String.join(BETWEEN, fields);
  }

  /** No IRI that is let in has a tab or the end of a line in it. */
  private static String name(Node node) {
    return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
  }

  private static Node node(String name) {
    return name.startsWith("_:")
        ? NodeFactory.createBlankNode(name.substring(2))
        : NodeFactory.createURI(name);
  }
}
