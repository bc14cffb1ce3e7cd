package org.dramatis.link.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.dramatis.model.Version;
import org.dramatis.store.Snapshot;

/** Finds what is called like, or nearly like, what somebody types. */
public record Search(NameIndex index) {

  /** So many names are looked at more closely, the best first. */
  private static final int CANDIDATES = 1000;

  /** Under this a name has too little in common with what was typed. */
  private static final double LEAST_SCORE = 0.3;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.entity().getURI());

  /**
   * What was found.
   *
   * @param version of the data in which it is called so
   * @param hits the best first, among equals by their IRI
   * @param more whether there are others behind them
   */
  public record Found(Version version, List<Hit> hits, boolean more) {}

  /** Searches the version that the index is at; empty if it has not been made yet. */
  public Optional<Found> find(Question question) throws IOException {
    Optional<OpenNames> open = open();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try (OpenNames names = open.get()) {
      return Optional.of(names.find(question));
    }
  }

  /** The version that the index is at, for several questions; empty if it has not been made yet. */
  public Optional<OpenNames> open() {
    return index.read().map(OpenNames::new);
  }

  static Found find(NameIndex.Opened opened, Question question) throws IOException {
    List<String> words = Folding.words(question.text());
    IndexSearcher searcher = new IndexSearcher(opened.reader());
    Collection<Hit> hits = hits(searcher, question, words, true);
    if (hits.isEmpty()) {
      hits = hits(searcher, question, words, false);
    }
    List<Hit> following =
        hits.stream()
            .filter(hit -> question.after().map(last -> isBehind(hit, last)).orElse(true))
            .sorted(BEST_FIRST)
            .limit(question.limit() + 1L)
            .toList();
    boolean more = following.size() > question.limit();
    return new Found(
        opened.version(), more ? following.subList(0, question.limit()) : following, more);
  }

  private static boolean isBehind(Hit hit, Question.Place last) {
    return hit.score() < last.score()
        || (hit.score() == last.score() && hit.entity().getURI().compareTo(last.iri()) > 0);
  }

  private static Collection<Hit> hits(
      IndexSearcher searcher, Question question, List<String> words, boolean firstLetter)
      throws IOException {
    if (words.isEmpty()) {
      return List.of();
    }
    TopDocs found = searcher.search(NameQuery.of(question, words, firstLetter), CANDIDATES);
    StoredFields stored = searcher.storedFields();
    Map<Node, Hit> best = new HashMap<>();
    for (ScoreDoc doc : found.scoreDocs) {
      Name name = NameFields.name(stored.document(doc.doc));
      Match match = Match.of(question.text(), name.text());
      double score = rounded(match.score() * name.kind().worth());
      if (score >= LEAST_SCORE) {
        best.merge(
            name.entity(),
            new Hit(name.entity(), name, score, match.why()),
            (one, other) -> other.score() > one.score() ? other : one);
      }
    }
    return best.values();
  }

  /** So that an address can hold it without losing anything. */
  private static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  /** What is told of an entity in a version of the data. */
  public static Summary summary(Snapshot snapshot, Node entity, Optional<String> language) {
    return summary(NamedThings.graph(snapshot), entity, language);
  }

  /** What a graph tells of an entity. */
  public static Summary summary(Graph graph, Node entity, Optional<String> language) {
    return Summary.of(graph, entity, language);
  }

  /** All names of an entity; none if it is nothing that is looked for. */
  public static Set<Name> names(Graph graph, Node entity) {
    return Names.of(graph, entity);
  }

  /** How well a text is what somebody typed, from 0 to 1. */
  public static double likeness(String typed, String text) {
    return rounded(Match.of(typed, text).score());
  }

  /** The sources that call an entity so. */
  public static List<Node> sources(Snapshot snapshot, Name name) {
    return Names.sources(snapshot.dataset(), name);
  }
}
