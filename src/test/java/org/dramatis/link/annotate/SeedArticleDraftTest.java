package org.dramatis.link.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Properties;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A draft for the seed article, whose words are not in this repository, beside the seed. */
@EnabledIfEnvironmentVariable(
    named = "DRAMATIS_ARTICLE",
    matches = ".+",
    disabledReason = "the seed article's text is not at hand; name its file in DRAMATIS_ARTICLE")
final class SeedArticleDraftTest {

  private static final String SLUG = "purple-hearts-season-2";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}’'-]+");

  /** A phrase of so many words is not ours. */
  private static final int PHRASE = 5;

  private static String text() throws Exception {
    return Files.readString(Path.of(System.getenv("DRAMATIS_ARTICLE")));
  }

  private static Graph seed() throws Exception {
    return Graphs.read(Files.readString(Path.of("seeds", SLUG + ".ttl")), Lang.TURTLE);
  }

  private static String draft() throws Exception {
    Draft.Source source = new Draft.Source(SLUG, "The article", "en");
    return ((Outcome.Ok<String>) Draft.of(source, text(), seed())).value();
  }

  private static int number(Graph graph, Node passage, Node property) {
    return Integer.parseInt(
        graph
            .find(passage, property, Node.ANY)
            .mapWith(Triple::getObject)
            .next()
            .getLiteralLexicalForm());
  }

  @Test
  void theSentencesAreThoseOfTheSeed() throws Exception {
    String text = text();
    Graph seed = seed();
    List<Sentences.Sentence> sentences = Sentences.of(text);
    Node article = NodeFactory.createURI(Namespaces.source(SLUG));
    List<Node> passages =
        seed.find(Node.ANY, Properties.DOCUMENT, article).mapWith(Triple::getSubject).toList();
    assertThat(passages).hasSizeGreaterThan(100);
    for (Node passage : passages) {
      int start = text.offsetByCodePoints(0, number(seed, passage, Properties.START));
      int end = text.offsetByCodePoints(0, number(seed, passage, Properties.END));
      Sentences.Sentence sentence = sentences.get(number(seed, passage, Properties.SENTENCE) - 1);
      assertThat(start).as(passage.getURI()).isBetween(sentence.start(), sentence.end());
      assertThat(end).as(passage.getURI()).isBetween(sentence.start(), sentence.end());
    }
  }

  @Test
  void passagesThatBothHaveAreTheSame() throws Exception {
    Graph seed = seed();
    Graph draft = Graphs.read(draft(), Lang.TURTLE);
    List<Triple> common =
        draft
            .find(Node.ANY, Properties.SHA256, Node.ANY)
            .filterKeep(triple -> seed.contains(triple.getSubject(), Node.ANY, Node.ANY))
            .toList();
    assertThat(common).hasSizeGreaterThan(30).allMatch(seed::contains);
  }

  @Test
  void noPhraseOfTheArticleIsInIt() throws Exception {
    Set<List<String>> phrases = new HashSet<>(phrases(text()));
    assertThat(phrases(draft())).noneMatch(phrases::contains);
  }

  private static List<List<String>> phrases(String text) {
    List<String> words = WORD.matcher(text).results().map(match -> match.group()).toList();
    return IntStream.rangeClosed(0, words.size() - PHRASE)
        .mapToObj(first -> words.subList(first, first + PHRASE))
        .toList();
  }
}
