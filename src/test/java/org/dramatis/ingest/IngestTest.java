package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.ingest.Ingest.Result;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.Version;
import org.dramatis.store.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

  private static final Node PRESS = NodeFactory.createURI(Namespaces.source("press"));
  private static final Node FANS = NodeFactory.createURI(Namespaces.source("fans"));

  @TempDir private Path root;
  private Project project;
  private final MemoryLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));
  private final MemoryStore store = new MemoryStore();
  private Ingest ingest;

  @BeforeEach
  void open() throws IOException {
    project = new Project(root);
    ingest = new Ingest(log, store, rules());
  }

  private Rules rules() {
    return ((Outcome.Ok<Rules>) Rules.load(project.root())).value();
  }

  private static Document turtle(String statements) {
    return new Document(
        "f.ttl", Lang.TURTLE, (Project.PREFIXES + statements).getBytes(StandardCharsets.UTF_8));
  }

  private Submission submission(Node source, String statements) {
    return submission(source, "a test", statements);
  }

  private Submission submission(Node source, String message, String statements) {
    return ((Outcome.Ok<Submission>) Submission.read(source, message, turtle(statements))).value();
  }

  private Result accept(Node source, String statements) {
    return ingest.accept(source, "a test", turtle(statements));
  }

  private Change accepted(Node source, String statements) {
    Result result = accept(source, statements);
    assertThat(result).isInstanceOf(Result.Accepted.class);
    return ((Result.Accepted) result).entry().change();
  }

  private static List<Problem> refusal(Result result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused) result).problems();
  }

  private List<String> graph(Node name) {
    return store.read(snapshot ->
        snapshot.dataset().getGraph(name).find().toList().stream()
            .map(triple -> NodeFmtLib.str(triple))
            .sorted()
            .toList());
  }

  @Test
  void aGraphThatWasFetchedInRdf11AndIsPutBackIsTheSameGraph() {
    accept(PRESS, "<x:s> <x:p> <x:o> ~ <x:c> . <x:c> a d:Claim .");
    assertThat(
            accept(
                PRESS,
                """
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                <x:s> <x:p> <x:o> .
                <x:c> a d:Claim ; rdf:subject <x:s> ; rdf:predicate <x:p> ; rdf:object <x:o> .
                """))
        .isInstanceOf(Result.Unchanged.class);
  }

  /** Ends at the so-many-th check, wherever that is made. */
  private Runnable stoppingAt(int number) {
    AtomicInteger checks = new AtomicInteger();
    return () -> {
      if (checks.incrementAndGet() == number) {
        throw new CancellationException();
      }
    };
  }

  private Result merge(Runnable check, Runnable merged) throws IOException {
    return ingest.<RuntimeException>change(
        new Writer("ann", _ -> true),
        "many",
        "/update",
        List.of(),
        _ -> check.run(),
        draft -> {
          for (int i = 0; i < 1000; i++) {
            draft.add(Quad.create(PRESS, film(i)));
          }
          merged.run();
        });
  }

  private static Triple film(int i) {
    return Triple.create(
        NodeFactory.createURI("x:s" + i),
        RDF.Nodes.type,
        NodeFactory.createURI(Namespaces.TERMS + "Film"));
  }

  @Test
  void aChangeCanBeStoppedWhileItIsMadeAndWhileTheRulesAreChecked() throws IOException {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger whenMerged = new AtomicInteger();
    merge(made::incrementAndGet, () -> whenMerged.set(made.get()));
    int forRules = made.get() - whenMerged.get();
    assertThat(whenMerged.get()).isGreaterThan(1);
    assertThat(forRules).as("the rules read the dataset, and check meanwhile").isGreaterThan(1);
    for (int stop : List.of(1, whenMerged.get(), whenMerged.get() + 1)) {
      assertThatThrownBy(() -> merge(stoppingAt(stop), () -> {}))
          .isInstanceOf(CancellationException.class);
      assertThat(store.version()).isEqualTo(Version.NONE);
      assertThat(log.head()).isEqualTo(Version.NONE);
    }
  }

  @Nested
  class Refusing {

    @Test
    void whatCannotBeReadChangesNothing() {
      assertThat(refusal(accept(PRESS, "film:f d:name <x>, \"y\"^^xsd:date ."))).hasSize(2);
      assertThat(log.head()).isEqualTo(Version.NONE);
      assertThat(store.version()).isEqualTo(Version.NONE);
    }

    @Test
    void allProblemsOfShapesAndChecksAreGivenTogether() {
      List<Problem> problems =
          refusal(
              accept(
                  PRESS,
                  """
                  film:f a d:Film ; d:sequelOf film:f .
                  film:g a d:Film ; d:name "G" ; d:director person:a, person:b .
                  """));
      assertThat(problems)
          .extracting(Problem::message)
          .containsExactlyInAnyOrder(
              "f.ttl:12: film:f d:name: a film has a name — see the shape d:FilmShape",
              "f.ttl:12: film:f film:f: a film is not its own sequel — see the shape d:FilmShape",
              "f.ttl:13: A film has one director: ?film = film:g, ?source = source:press"
                  + " — see ontology/checks/one-director.rq: according to each source,"
                  + " because the others would be credited otherwise.");
      assertThat(log.head()).isEqualTo(Version.NONE);
      assertThat(graph(PRESS)).isEmpty();
    }

    @Test
    void aChangeIsJudgedTogetherWithWhatIsThereAlready() {
      accepted(PRESS, "film:f a d:Film ; d:name \"F\" .");
      assertThat(refusal(accept(PRESS, "film:f a d:Film .")))
          .singleElement()
          .extracting(Problem::what)
          .isEqualTo("film:f d:name: a film has a name");
      assertThat(accept(FANS, "film:f a d:Film ."))
          .as("the name is given by the other source")
          .isInstanceOf(Result.Accepted.class);
      assertThat(refusal(accept(PRESS, "film:h a d:Film ; d:name \"H\" .")))
          .as("the other source's film would lose its name")
          .hasSize(1);
    }

    @Test
    void aRuleAboutOneSourceLooksIntoEachGraph() {
      accepted(PRESS, "film:f d:director person:a .");
      assertThat(accept(FANS, "film:f d:director person:b ."))
          .as("two sources may disagree")
          .isInstanceOf(Result.Accepted.class);
      assertThat(refusal(accept(FANS, "film:f d:director person:b, person:c ."))).hasSize(1);
    }

    @Test
    void aStatementInAnotherSourcesGraphIsRefused() {
      Document trig =
          new Document(
              "f.trig",
              Lang.TRIG,
              (Project.PREFIXES
                      + "source:press { film:f d:name 1 } source:fans { film:f d:name 2 }")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(refusal(ingest.accept(PRESS, "a test", trig)))
          .containsExactly(
              new Problem.ForeignGraph(org.dramatis.model.Place.of("f.trig"), FANS, PRESS));
    }

    @Test
    void ofSeveralSubmissionsAllAreRefusedIfOneIs() {
      List<Submission> submissions =
          List.of(
              submission(PRESS, "film:f a d:Film ; d:name \"F\" ."),
              submission(FANS, "film:g a d:Film ."));
      assertThat(refusal(ingest.accept(submissions))).hasSize(1);
      assertThat(log.head()).isEqualTo(Version.NONE);
    }

    @Test
    void whatAnEarlierSubmissionBreaksIsSaidOnceAndTheLaterOnesAreStillChecked() {
      List<Submission> submissions =
          List.of(submission(PRESS, "film:f a d:Film ."), submission(FANS, "film:g a d:Film ."));
      assertThat(refusal(ingest.accept(submissions)))
          .extracting(Problem::what)
          .containsExactly("film:f d:name: a film has a name", "film:g d:name: a film has a name");
    }

    @Test
    void aProblemIsLaidToTheLineThatBeginsToSpeakOfTheThing() throws IOException {
      project.turtle(
          "seeds/press.ttl",
          """

          source:press a d:Source ;
              .

          film:f a d:Film ;
              d:name "F" ;
              .
          """);
      project.turtle(
          "seeds/fans.ttl",
          """
          source:fans a d:Source ; d:note \"""
          film:h is not a subject here, though a line begins with it.\""" .
          <https://w3id.org/dramatis/id/film/g> a d:Film .
          film:\\(h\\) a d:Film .
            film:i a d:Film .
          """);
      assertThat(refusal(ingest.accept(RuleFiles.value(Seeds.read(project.root())))))
          .extracting(problem -> problem.place().toString())
          .containsExactlyInAnyOrder("seeds/fans.ttl:14", "seeds/fans.ttl:15", "seeds/fans.ttl");
    }

    @Test
    void aCheckThatFindsVeryMuchIsCutShortAndSaysSo() {
      StringBuilder films = new StringBuilder();
      for (int i = 0; i < 150; i++) {
        films.append("film:f%d d:director person:a, person:b .%n".formatted(i));
      }
      List<Problem> problems = refusal(accept(PRESS, films.toString()));
      assertThat(problems).hasSize(101);
      assertThat(problems.getLast()).isInstanceOf(Problem.TooMany.class);
    }
  }

  @Nested
  class Accepting {

    @Test
    void aDocumentIsOneChangeInTheSourcesOwnGraph() {
      Change change = accepted(PRESS, "film:f a d:Film ; d:name \"F\" .");
      assertThat(change.author()).isEqualTo(Change.PROJECT);
      assertThat(change.graphs()).containsExactly(PRESS);
      assertThat(change.added()).hasSize(2).allMatch(quad -> quad.getGraph().equals(PRESS));
      assertThat(change.deleted()).isEmpty();
      assertThat(store.version()).isEqualTo(new Version(1));
      assertThat(graph(PRESS)).hasSize(2);
    }

    @Test
    void aWarningIsReportedAndDoesNotStopTheChange() {
      Result result = accept(PRESS, "film:f a d:Film ; d:name \"1\", \"2\", \"3\" .");
      assertThat(result)
          .isInstanceOfSatisfying(
              Result.Accepted.class,
              accepted ->
                  assertThat(accepted.warnings())
                      .singleElement()
                      .matches(warning -> !warning.blocks())
                      .extracting(Problem::what)
                      .asString()
                      .contains("may be several films"));
    }

    @Test
    void aNewVersionOfADocumentIsTheDifference() {
      accepted(PRESS, "film:f a d:Film ; d:name \"F\" ; d:year 2021 .");
      Change change = accepted(PRESS, "film:f a d:Film ; d:name \"F\" ; d:year 2022 .");
      assertThat(change.added())
          .singleElement()
          .satisfies(quad -> assertThat(quad.getObject().toString()).contains("2022"));
      assertThat(change.deleted())
          .singleElement()
          .satisfies(quad -> assertThat(quad.getObject().toString()).contains("2021"));
    }

    @Test
    void theSameDocumentAgainIsNoChange() {
      String statements = "film:f a d:Film ; d:name \"F\" ; d:cast ( person:a [ d:name \"B\" ] ) .";
      accepted(PRESS, statements);
      assertThat(accept(PRESS, statements)).isEqualTo(new Result.Unchanged(new Version(1)));
      assertThat(log.head()).isEqualTo(new Version(1));
    }

    @Test
    void anEmptyDocumentWithdrawsAllThatTheSourceSaid() {
      accepted(PRESS, "film:f a d:Film ; d:name \"F\" .");
      assertThat(accepted(PRESS, "").deleted()).hasSize(2);
      assertThat(graph(PRESS)).isEmpty();
    }

    @Test
    void severalSubmissionsAreOneVersionThatNamesThem() {
      Outcome<List<Submission>> seeds = Seeds.read(project.root());
      Result result = ingest.accept(((Outcome.Ok<List<Submission>>) seeds).value());
      assertThat(result)
          .isInstanceOfSatisfying(
              Result.Accepted.class,
              accepted -> assertThat(accepted.entry().version()).isEqualTo(new Version(1)));
      assertThat(log.after(Version.NONE))
          .extracting(entry -> entry.change().message())
          .containsExactly(
              "The ontology; The alignments; The seed seeds/press.ttl; The seed seeds/fans.ttl");
      assertThat(ingest.accept(((Outcome.Ok<List<Submission>>) seeds).value()))
          .as("the seeds once more")
          .isInstanceOf(Result.Unchanged.class);
    }

    @Test
    void aVersionNamesOnlyTheSubmissionsThatChangeSomething() {
      String film = "film:f a d:Film ; d:name \"F\" .";
      accepted(PRESS, film);
      Result result =
          ingest.accept(
              List.of(
                  submission(PRESS, "The press", film),
                  submission(FANS, "The fans", "film:f d:year 2022 .")));
      assertThat(((Result.Accepted) result).entry().change().message()).isEqualTo("The fans");
    }

    @Test
    void whatTheLogHasAndTheStoreHasNotIsAppliedFirst() {
      accepted(PRESS, "film:f a d:Film ; d:name \"F\" .");
      MemoryStore behind = new MemoryStore();
      Ingest again = new Ingest(log, behind, Rules.NONE);
      assertThat(behind.version()).isEqualTo(new Version(1));
      Entry elsewhere = log.append(new Change("tests", "by another way", List.of(), List.of()));
      assertThat(again.accept(FANS, "a test", turtle("film:f d:name \"G\" .")))
          .isInstanceOfSatisfying(
              Result.Accepted.class,
              accepted ->
                  assertThat(accepted.entry().version()).isEqualTo(elsewhere.version().next()));
    }

    @Test
    void writersAtTheSameTimeAreServedOneAfterTheOther() {
      IntStream.range(0, 24)
          .parallel()
          .forEach(i ->
              assertThat(
                      accept(
                          NodeFactory.createURI(Namespaces.source("s" + i % 3)),
                          "film:f d:year " + i + " ."))
                  .isInstanceOf(Result.Accepted.class));
      assertThat(store.version()).isEqualTo(log.head()).isEqualTo(new Version(24));
      assertThat(store.<Integer>read(now -> now.dataset().getDefaultGraph().size()))
          .as("one year from each of three sources")
          .isEqualTo(3);
    }
  }
}
