package org.dramatis.link.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.link.search.NamedThings;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dictionary of the newest version is the one that would be made anew. */
class NewestDictionaryTest {

  private static final long PLENTY = 1L << 30;

  private static final String PREFIXES =
      """
      PREFIX : <https://example.org/>
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private final History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
  private NewestDictionary newest = new NewestDictionary(history, PLENTY);

  @AfterEach
  void close() {
    newest.close();
  }

  private static List<Quad> quads(String statements) {
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(PREFIXES + ":source { " + statements + " }", Lang.TRIG).parse(read);
    return read.stream().toList();
  }

  private void change(List<Quad> added, List<Quad> deleted) {
    history.store().apply(history.log().append(new Change("test", "change", added, deleted)));
  }

  private void add(String statements) {
    change(quads(statements), List.of());
  }

  private void delete(String statements) {
    change(List.of(), quads(statements));
  }

  private static List<String> found(Dictionary dictionary, Graph graph, String text) {
    return new Annotator(dictionary, graph, Optional.empty(), bytes -> {})
        .mentions(text).stream()
            .map(mention ->
                mention.range().in(text)
                    + mention.candidates().stream()
                        .map(each -> " " + each.entry() + " " + each.score())
                        .toList())
            .toList();
  }

  /** What is found with the dictionary that follows; what a new one finds is the same. */
  private List<String> found(String text) {
    newest.follow().join();
    NewestDictionary.At at = newest.now().orElseThrow();
    try (Snapshot snapshot = history.store().open()) {
      assertThat(at.version()).isEqualTo(snapshot.version());
      Graph graph = NamedThings.graph(snapshot);
      List<String> found = found(at.dictionary(), graph, text);
      assertThat(found).isEqualTo(found(Dictionary.of(graph), graph, text));
      return found;
    }
  }

  @Test
  void nothingIsReadBeforeSomebodyWantsIt() {
    add(":sofia a d:Person ; rdfs:label \"Sofia Carson\"@en .");

    assertThat(newest.now()).isEmpty();
  }

  @Test
  void aNameIsFoundAsSoonAsItIsThereAndNoLonger() {
    add(":film a d:Film ; rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Sofia Carson in Purple Hearts")).hasSize(1);
    add(":sofia a d:Person ; rdfs:label \"Sofia Carson\"@en .");
    assertThat(found("Sofia Carson in Purple Hearts")).hasSize(2);
    delete(":film rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Sofia Carson in Purple Hearts")).hasSize(1);
    delete(":sofia rdfs:label \"Sofia Carson\"@en .");
    assertThat(found("Sofia Carson in Purple Hearts")).isEmpty();
  }

  @Test
  void anotherThingOfThatNameIsAnotherCandidate() {
    add(":film a d:Film ; rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Purple Hearts")).hasSize(1);
    add(":song a d:Track ; rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Purple Hearts").getFirst()).contains("/film", "/song");
    delete(":film a d:Film ; rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Purple Hearts").getFirst()).contains("/song").doesNotContain("/film");
  }

  @Test
  void whatIsNoLongerSpokenOfIsNoMention() {
    add(":it a d:Film ; rdfs:label \"Purple Hearts\"@en .");
    assertThat(found("Purple Hearts")).hasSize(1);
    change(quads(":it a d:Measurement ."), quads(":it a d:Film ."));
    assertThat(found("Purple Hearts")).isEmpty();
  }

  @Test
  void aNameInACreditComesAndGoesWithTheCredit() {
    add(":sofia a d:Person ; rdfs:label \"Sofia Carson\"@en .");
    assertThat(found("S. D. Carson")).isEmpty();
    String credit = ":credit a d:Credit ; d:agent :sofia ; d:creditedAs \"S. D. Carson\" .";
    add(credit);
    assertThat(found("S. D. Carson")).hasSize(1);
    delete(credit);
    assertThat(found("S. D. Carson")).isEmpty();
  }

  @Test
  void aNewWordForAKindChangesWhatNamesMean() {
    add(":second a d:Season ; rdfs:label \"Season 2\"@en .");
    assertThat(found("Season 2 begins.")).hasSize(1);
    add("d:Season a owl:Class ; rdfs:label \"season\"@en .");
    assertThat(found("Season 2 begins.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itIsTheSameAsANewOneAfterAnyChanges(long seed) {
    Random random = new Random(seed);
    List<String> words = List.of("Sofia", "Carson", "Purple", "Hearts", "Luke", "Morrow");
    String text = String.join(" ", words) + ". Luke Carson, Purple Morrow: Sofia Hearts.";
    List<String> there = new ArrayList<>();
    for (int step = 0; step < 40; step++) {
      if (!there.isEmpty() && random.nextInt(3) == 0) {
        delete(there.remove(random.nextInt(there.size())));
      } else {
        String name =
            words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size()));
        String statements =
            ":thing%d a %s ; rdfs:label \"%s\"@en ."
                .formatted(random.nextInt(20), random.nextBoolean() ? "d:Person" : "d:Film", name);
        there.add(statements);
        add(statements);
      }
      if (random.nextBoolean()) {
        found(text);
      }
    }
    found(text);
  }

  @Test
  void manyChangesAreWrittenIntoWhatStaysTheSame() {
    add(":sofia a d:Person ; rdfs:label \"Sofia Carson\"@en .");
    assertThat(found("Sofia Carson")).hasSize(1);
    for (int part = 0; part < 3; part++) {
      int from = part * 6000;
      StringBuilder many = new StringBuilder();
      IntStream.range(from, from + 6000)
          .forEach(i ->
              many.append(":t%d a d:Track ; rdfs:label \"Tune Number%d\"@en .\n".formatted(i, i)));
      add(many.toString());
      assertThat(found("Tune Number%d by Sofia Carson".formatted(from))).hasSize(2);
    }
    delete(":t7 rdfs:label \"Tune Number7\"@en . :sofia rdfs:label \"Sofia Carson\"@en .");
    assertThat(found("Tune Number7, Tune Number17999 by Sofia Carson")).hasSize(1);
  }

  @Test
  void whatHasNoRoomIsSaidAndTriedAgainWithTheNextVersion() {
    newest.close();
    newest = new NewestDictionary(history, 300);
    String two = ":film a d:Film ; rdfs:label \"Purple Hearts\"@en , \"Corazones malheridos\"@es .";
    add(two);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> newest.follow().join())
          .cause()
          .isInstanceOf(DictionaryTooLargeException.class)
          .hasMessageContaining("300 bytes");
    }
    assertThat(newest.now()).isEmpty();
    delete(":film rdfs:label \"Corazones malheridos\"@es .");
    assertThat(found("Purple Hearts")).hasSize(1);
  }

  @Test
  void whoeverWaitsWhileItIsClosedIsTold() {
    add(":film a d:Film ; rdfs:label \"Purple Hearts\"@en .");
    newest.close();

    assertThatThrownBy(() -> newest.follow().join())
        .isInstanceOfAny(CancellationException.class, RejectedExecutionException.class);
  }
}
