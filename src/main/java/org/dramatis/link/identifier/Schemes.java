package org.dramatis.link.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.model.EditDistance;
import org.dramatis.model.Vocabulary.Properties;

/**
 * The schemes of identifiers that a version of the vocabulary describes.
 *
 * @param all in the order of their keys
 */
public record Schemes(List<Scheme> all) {

  /** Under which a text is read in whatever scheme has addresses like it. */
  public static final String ANY = "url";

  private static final int FARTHEST = 3;

  /** Reads them from the vocabulary. */
  public static Schemes of(Graph graph) {
    return new Schemes(
        graph
            .find(Node.ANY, Properties.SCHEME_KEY, Node.ANY)
            .mapWith(described -> scheme(graph, described))
            .toList()
            .stream()
            .sorted(
                Comparator.comparing(Scheme::key)
                    .thenComparing(scheme -> scheme.property().getURI()))
            .toList());
  }

  private static Scheme scheme(Graph graph, Triple described) {
    Node property = described.getSubject();
    String key = described.getObject().getLiteralLexicalForm();
    return new Scheme(
        property,
        key,
        texts(graph, property, RDFS.Nodes.label).stream().findFirst().orElse(key),
        texts(graph, property, Properties.PATTERN).stream()
            .findFirst()
            .map(Pattern::compile)
            .orElseThrow(() -> new IllegalStateException(property + " has no pattern")),
        texts(graph, property, Properties.WRITTEN_AS).stream()
            .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE))
            .toList(),
        texts(graph, property, Properties.LETTER_CASE).stream()
            .findFirst()
            .map(letters -> Scheme.Letters.valueOf(letters.toUpperCase(Locale.ROOT)))
            .orElse(Scheme.Letters.AS_WRITTEN),
        texts(graph, property, Properties.CHECK_DIGIT).stream()
            .findFirst()
            .map(name ->
                CheckDigit.named(name)
                    .orElseThrow(
                        () -> new IllegalStateException("there is no check digit " + name))),
        texts(graph, property, Properties.URL_TEMPLATE).stream().findFirst(),
        graph.find(property, RDFS.Nodes.domain, Node.ANY).nextOptional().map(Triple::getObject));
  }

  private static SortedSet<String> texts(Graph graph, Node subject, Node property) {
    return new TreeSet<>(
        graph
            .find(subject, property, Node.ANY)
            .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
            .toList());
  }

  /** The keys, with how many schemes share each. */
  public Map<String, List<Scheme>> byKey() {
    Map<String, List<Scheme>> keys = new TreeMap<>();
    all.forEach(scheme -> keys.computeIfAbsent(scheme.key(), _ -> new ArrayList<>()).add(scheme));
    return keys;
  }

  /** What a text is that is given under a key; empty if there is no such key. */
  public List<Scheme.Reading> read(String key, String text) {
    if (key.equals(ANY)) {
      return all.stream().map(scheme -> scheme.readForm(text)).toList();
    }
    return all.stream()
        .filter(scheme -> scheme.key().equals(key))
        .map(scheme -> scheme.read(text))
        .toList();
  }

  /** The key that somebody may have meant by another word. */
  public Optional<String> near(String key) {
    return byKey().keySet().stream()
        .min(Comparator.comparingInt(known -> EditDistance.between(key, known, FARTHEST)))
        .filter(known -> EditDistance.between(key, known, FARTHEST) <= FARTHEST);
  }
}
