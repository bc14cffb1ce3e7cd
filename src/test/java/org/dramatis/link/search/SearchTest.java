package org.dramatis.link.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.dramatis.link.search.Search.Found;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.store.DataFolder;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Stop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things are found by what they are called, even by one who cannot spell it. */
final class SearchTest {

  private static final String PREFIXES =
      """
      PREFIX : <https://example.org/>
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final String DATA =
      PREFIXES
          + """
          :source {
            :xolo a d:Person ; rdfs:label "Xolo Maridueña"@en ; d:name "ショロ・マリデュエニャ"@ja .
            :sofia a d:Person ; rdfs:label "Sofia Carson"@en ; rdfs:comment "A singer."@en .
            :carson a d:Person ; rdfs:label "Carson Smith"@en .
            :cassie a d:Character ; rdfs:label "Cassie Salazar"@en .
            :film a d:Film ; rdfs:label "Purple Hearts"@en ; d:name "Corazones malheridos"@es .
            :soeren a d:Person ; rdfs:label "Søren O’Brien-Łukasz"@en .
            :credit a d:Credit ; rdfs:label "Sofia Carson as Cassie"@en ;
                    d:agent :sofia ; d:creditedAs "S. D. Carson" ; d:work :film .
            :claim a d:Claim ; rdfs:label "Purple Hearts is a film"@en .
            :person-42 d:agent :film .
            d:Person rdfs:label "person"@en .
          }
          """;

  private History history;
  private NameIndex index;

  @BeforeEach
  void start() {
    history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
    index = NameIndex.inMemory(history);
    apply(history, "add", added(DATA));
  }

  @AfterEach
  void stop() {
    index.close();
  }

  private static List<Quad> added(String trig) {
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(trig, Lang.TRIG).parse(read);
    return read.stream().toList();
  }

  private static void apply(History history, String message, List<Quad> added, Quad... deleted) {
    history
        .store()
        .apply(history.log().append(new Change("test", message, added, List.of(deleted))));
  }

  private Found find(Question question) throws IOException {
    return find(index, question);
  }

  private static Found find(NameIndex index, Question question) throws IOException {
    index.follow().join();
    return new Search(index).find(question).orElseThrow();
  }

  private static Question question(String text) {
    return new Question(text, Set.of(), Optional.empty(), 10, Optional.empty());
  }

  private List<String> found(String text) throws IOException {
    return names(find(question(text)));
  }

  private static List<String> names(Found found) {
    return found.hits().stream().map(hit -> local(hit.entity())).toList();
  }

  private static String local(Node entity) {
    return entity.getURI().replaceFirst(".*[/#]", "");
  }

  @Nested
  final class Finding {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "qqqqqqq", "Zacharias Zwiebel", "\uD83D\uDE00"})
    void nothingIsFoundByWhatNothingIsCalled(String text) throws IOException {
      assertThat(found(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "Xolo Maridueña, xolo, the same name",
      "xolo maridueña, xolo, the same name",
      "Mariduena Xolo, xolo, has these words",
      "XOLO MARIDUENA, xolo, the same but for accents and punctuation",
      "Mariduena, xolo, has these words",
      "Marid, xolo, begins so",
      "Maridunea, xolo, one letter differs",
      "Nariduena, xolo, one letter differs",
      "Purpel Harts, film, 2 letters differ",
      "corazones, film, has these words",
      "ショロ, xolo, has these words",
      "soren obrien lukasz, soeren, the same but for accents and punctuation",
      "S D Carson, sofia, the same but for accents and punctuation",
      "sofia elizabeth carson, sofia, 2 of 3 words",
    })
    void aNameIsFoundByWhatIsTypedForIt(String typed, String entity, String why)
        throws IOException {
      Found found = find(question(typed));
      assertThat(names(found)).first().isEqualTo(entity);
      assertThat(found.hits().getFirst().why()).isEqualTo(why);
    }

    @Test
    void theSameNameComesBeforeOneThatOnlyHasTheWord() throws IOException {
      assertThat(found("Carson Smith")).first().isEqualTo("carson");
      assertThat(found("Sofia Carson")).first().isEqualTo("sofia");
      assertThat(found("Carson")).containsExactlyInAnyOrder("carson", "sofia");
    }

    @Test
    void theNameTellsWhereItIsFrom() throws IOException {
      Hit hit = find(question("S. D. Carson")).hits().getFirst();
      assertThat(hit.matched().kind()).isEqualTo(Name.Kind.CREDITED);
      assertThat(hit.score()).isEqualTo(0.97);
      try (Snapshot snapshot = history.store().open()) {
        assertThat(Search.sources(snapshot, hit.matched()))
            .containsExactly(NodeFactory.createURI("https://example.org/source"));
      }
    }

    @Test
    void claimsAndCreditsAreNotLookedFor() throws IOException {
      assertThat(found("Purple Hearts is a film")).isEmpty();
      assertThat(found("Sofia Carson as Cassie")).doesNotContain("credit");
    }
  }

  @Nested
  final class Narrowing {

    private static Set<Node> types(Optional<String> type) {
      return type.map(NodeFactory::createURI).map(Set::of).orElseGet(Set::of);
    }

    private Found find(Optional<String> type, Optional<String> language, String text)
        throws IOException {
      return SearchTest.this.find(new Question(text, types(type), language, 10, Optional.empty()));
    }

    @Test
    void onlyEntitiesOfATypeAreFoundIfOneIsWanted() throws IOException {
      String terms = "https://w3id.org/dramatis/ns#";
      assertThat(names(find(Optional.of(terms + "Character"), Optional.empty(), "ca")))
          .containsExactly("cassie");
      assertThat(names(find(Optional.of(terms + "Album"), Optional.empty(), "ca"))).isEmpty();
    }

    @Test
    void namesInAnotherLanguageAreNotFoundIfOneIsWanted() throws IOException {
      assertThat(names(find(Optional.empty(), Optional.of("es"), "corazones")))
          .containsExactly("film");
      assertThat(names(find(Optional.empty(), Optional.of("en"), "corazones"))).isEmpty();
      assertThat(names(find(Optional.empty(), Optional.of("en"), "S. D. Carson")))
          .first()
          .isEqualTo("sofia");
    }

    @Test
    void theRestComesWhenItIsAskedFor() throws IOException {
      Question first = new Question("carson", Set.of(), Optional.empty(), 1, Optional.empty());
      Found one = SearchTest.this.find(first);
      assertThat(one.more()).isTrue();
      Found rest =
          SearchTest.this.find(
              new Question(
                  "carson",
                  Set.of(),
                  Optional.empty(),
                  1,
                  Optional.of(one.hits().getFirst().place())));
      assertThat(rest.more()).isFalse();
      assertThat(rest.hits()).hasSize(1).doesNotContainAnyElementsOf(one.hits());
    }
  }

  @Nested
  final class Following {

    @Test
    void aNameIsFoundAsSoonAsItIsThere() throws IOException {
      assertThat(found("Nicholas")).isEmpty();
      apply(history, "one more", added(PREFIXES + ":source { :nick rdfs:label \"Nicholas\"@en }"));
      Found found = find(question("Nicholas"));
      assertThat(names(found)).containsExactly("nick");
      assertThat(found.version()).isEqualTo(new Version(2));
    }

    @Test
    void aNameIsNotFoundAnyMoreWhenItIsGone() throws IOException {
      assertThat(found("Cassie Salazar")).containsExactly("cassie");
      Quad label =
          added(PREFIXES + ":source { :cassie rdfs:label \"Cassie Salazar\"@en }").getFirst();
      apply(history, "gone", List.of(), label);
      assertThat(found("Cassie Salazar")).isEmpty();
    }

    @Test
    void aCreditedNameGoesWithTheCredit() throws IOException {
      Quad agent = added(PREFIXES + ":source { :credit d:agent :sofia }").getFirst();
      assertThat(found("S. D. Carson")).contains("sofia");
      apply(history, "another", List.of(), agent);
      assertThat(find(question("S. D. Carson")).hits()).allMatch(hit -> hit.score() < 0.9);
    }
  }

  @Nested
  final class Surviving {

    @TempDir Path folder;

    private DataFolder open() throws IOException {
      return DataFolder.open(folder.resolve("data"), DefaultGraph.UNION, InstantSource.system());
    }

    private List<String> found(DataFolder data) throws IOException {
      try (NameIndex kept = NameIndex.in(folder.resolve("names"), data.history())) {
        return names(SearchTest.find(kept, question("Xolo")));
      }
    }

    @Test
    void whatWasIndexedIsThereAfterARestartAndFollowsFromThere() throws IOException {
      try (DataFolder data = open()) {
        apply(data.history(), "add", added(DATA));
        assertThat(found(data)).containsExactly("xolo");
      }
      try (DataFolder data = open()) {
        apply(data.history(), "more", added(PREFIXES + ":source { :x2 rdfs:label \"Xolo\"@en }"));
        assertThat(found(data)).containsExactly("x2", "xolo");
      }
    }

    @Test
    void anIndexOfAnotherLogIsMadeAgain() throws IOException {
      try (DataFolder data = open()) {
        apply(data.history(), "add", added(DATA));
        assertThat(found(data)).containsExactly("xolo");
      }
      history = History.inMemory(DefaultGraph.UNION, InstantSource.system());
      apply(history, "else", added(PREFIXES + ":source { :x3 rdfs:label \"Xolo\"@en }"));
      try (NameIndex kept = NameIndex.in(folder.resolve("names"), history)) {
        assertThat(names(SearchTest.find(kept, question("Xolo")))).containsExactly("x3");
      }
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws IOException {
      try (DataFolder data = open()) {
        apply(data.history(), "add", added(DATA));
        assertThat(found(data)).containsExactly("xolo");
        try (var files = Files.list(folder.resolve("names"))) {
          for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
            Files.write(file, "spoiled".getBytes(StandardCharsets.UTF_8));
          }
        }
        assertThat(found(data)).containsExactly("xolo");
      }
    }
  }

  @Test
  void halfOfAnIndexIsNeverKept(@TempDir Path folder) throws IOException {
    Sha256 id = Sha256.of("a version".getBytes(StandardCharsets.UTF_8));
    try (Snapshot newest = history.store().open()) {
      Graph names = NamedThings.graph(newest);
      try (Directory directory = FSDirectory.open(folder)) {
        int all;
        try (NameWriter writer = new NameWriter(directory)) {
          writer.writeAll(names, id, new Stop());
          all = documents(writer);
        }
        Stop stop = new Stop();
        NameWriter writer = new NameWriter(directory);
        stop.ask();
        assertThatThrownBy(() -> writer.writeAll(names, id, stop))
            .isInstanceOf(CancellationException.class);
        writer.giveUp();
        try (NameWriter again = new NameWriter(directory)) {
          assertThat(documents(again)).isEqualTo(all).isPositive();
          assertThat(again.reached()).contains(id);
        }
      }
    }
  }

  private static int documents(NameWriter writer) throws IOException {
    try (DirectoryReader reader = writer.read()) {
      return reader.numDocs();
    }
  }

  @Test
  void oneWhoClosesDoesNotWaitForAllNames() {
    StringBuilder many = new StringBuilder(PREFIXES).append(":source {");
    for (int number = 0; number < 20_000; number++) {
      many.append(":p%d rdfs:label \"Name %d\" .%n".formatted(number, number));
    }
    apply(history, "many", added(many.append("}").toString()));
    NameIndex closed = NameIndex.inMemory(history);
    CompletableFuture<Void> following = closed.follow();
    closed.close();
    assertThat(following).isCompletedExceptionally();
    assertThat(closed.reaches(history.store().version())).isFalse();
  }
}
