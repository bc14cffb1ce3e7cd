package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.dramatis.ingest.Ingest.Result;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Version;
import org.dramatis.store.Draft;
import org.dramatis.store.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes of the project's files when there is data already. */
class ProjectFilesTest {

  private static final Node PRESS = NodeFactory.createURI(Namespaces.source("press"));
  private static final Node FANS = NodeFactory.createURI(Namespaces.source("fans"));
  private static final Writer ANN = new Writer("ann", _ -> true);

  @TempDir private Path root;
  private Project project;
  private final MemoryLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));

  @BeforeEach
  void startOnce() throws IOException {
    project = new Project(root);
    assertThat(start()).isInstanceOf(Result.Accepted.class);
  }

  private Result start() {
    return ingest().acceptProject(RuleFiles.value(Seeds.read(root)));
  }

  private Ingest ingest() {
    return new Ingest(log, new MemoryStore(), RuleFiles.value(Rules.load(root)));
  }

  private void update(Ingest.Edit<RuntimeException> edit) throws IOException {
    assertThat(ingest().change(ANN, "an update", "/update", List.of(), _ -> {}, edit))
        .isInstanceOf(Result.Accepted.class);
  }

  private static Quad named(Node graph, String film, String name) {
    String id = Namespaces.entities("film") + film;
    return SSE.parseQuad(
        "(%s <%s> <%sname> %s)"
            .formatted(
                NodeFmtLib.strNT(graph), id, Namespaces.TERMS, NodeFmtLib.strNT(name(name))));
  }

  private static Node name(String name) {
    return NodeFactory.createLiteralLang(name, "en");
  }

  private static void merge(Draft draft, String film, String into) {
    Node gone = NodeFactory.createURI(Namespaces.entities("film") + film);
    Node successor = NodeFactory.createURI(Namespaces.entities("film") + into);
    draft.add(Quad.create(ServiceRecord.GRAPH, gone, ServiceRecord.IS_REPLACED_BY, successor));
    Successors successors = Successors.of(draft);
    draft
        .getGraph(FANS)
        .find()
        .toList()
        .forEach(triple -> {
          draft.delete(Quad.create(FANS, triple));
          draft.add(Quad.create(FANS, successors.rewrite(triple)));
        });
  }

  private List<String> names() {
    MemoryStore store = new MemoryStore();
    try (var entries = log.after(Version.NONE)) {
      entries.forEach(store::apply);
    }
    return store.read(now ->
        now
            .dataset()
            .getDefaultGraph()
            .find(Node.ANY, NodeFactory.createURI(Namespaces.TERMS + "name"), Node.ANY)
            .mapWith(triple ->
                triple.getSubject().getLocalName()
                    + " "
                    + triple.getObject().getLiteralLexicalForm())
            .toList()
            .stream()
            .sorted()
            .toList());
  }

  @Test
  void filesThatAreAsTheyWereMakeNoVersion() {
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
    assertThat(log.head()).isEqualTo(new Version(1));
  }

  @Test
  void whatAnUpdateHasAddedToTheGraphOfASeedStays() throws IOException {
    update(draft -> draft.add(named(PRESS, "f", "Effe")));
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
    assertThat(names()).containsExactly("f Effe", "f F", "g G");
  }

  @Test
  void whatAnUpdateHasTakenFromTheGraphOfASeedStaysAway() throws IOException {
    update(draft -> {
      draft.delete(named(PRESS, "f", "F"));
      draft.add(named(PRESS, "f", "Effe"));
    });
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
    assertThat(names()).containsExactly("f Effe", "g G");
  }

  @Test
  void aChangedSeedAndAnUpdateAreBothKept() throws IOException {
    update(draft -> draft.add(named(PRESS, "f", "Effe")));
    project.turtle(
        "seeds/press.ttl",
        "source:press a d:Source . film:f a d:Film ; d:name \"F\"@en . film:h a d:Film ; d:name \"H\"@en .");
    assertThat(start())
        .isInstanceOfSatisfying(
            Result.Accepted.class,
            accepted -> {
              Entry entry = accepted.entry();
              assertThat(entry.version()).isEqualTo(new Version(3));
              assertThat(entry.change().graphs()).containsExactly(PRESS);
              assertThat(entry.change().deleted()).isEmpty();
              assertThat(entry.change().message()).isEqualTo("The seed seeds/press.ttl");
            });
    assertThat(names()).containsExactly("f Effe", "f F", "g G", "h H");
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
  }

  @Test
  void whatASeedNoLongerSaysGoesAndNothingElse() throws IOException {
    update(draft -> draft.add(named(PRESS, "f", "Effe")));
    project.turtle("seeds/press.ttl", "source:press a d:Source . film:f a d:Film .");
    assertThat(start()).isInstanceOf(Result.Accepted.class);
    assertThat(names()).containsExactly("f Effe", "g G");
  }

  @Test
  void ofASeedThatIsNoLongerThereOnlyItsOwnStatementsGo() throws IOException {
    update(draft -> draft.add(named(FANS, "f", "Effe")));
    project.delete("seeds/fans.ttl").write("seeds/order.txt", "press.ttl\n");
    assertThat(start())
        .isInstanceOfSatisfying(
            Result.Accepted.class,
            accepted ->
                assertThat(accepted.entry().change().message())
                    .isEqualTo("No file says anything in source:fans any more"));
    assertThat(names()).containsExactly("f Effe", "f F");
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
  }

  @Test
  void whatWasMergedStaysMerged() throws IOException {
    update(draft -> merge(draft, "g", "f"));
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
    assertThat(names()).containsExactly("f F", "f G");
  }

  @Test
  void aSeedThatStillUsesAMergedIdentifierSpeaksOfItsSuccessor() throws IOException {
    update(draft -> merge(draft, "g", "f"));
    project.turtle(
        "seeds/fans.ttl", "source:fans a d:Source . film:g a d:Film ; d:name \"Gee\"@en .");
    assertThat(start()).isInstanceOf(Result.Accepted.class);
    assertThat(names()).containsExactly("f F", "f Gee");
    project.turtle(
        "seeds/fans.ttl", "source:fans a d:Source . film:f a d:Film ; d:name \"Gee\"@en .");
    assertThat(start()).as("the seed has learnt it").isInstanceOf(Result.Unchanged.class);
  }

  @Test
  void aChangedSeedThatBreaksRulesTogetherWithAnUpdateIsReportedAndChangesNothing()
      throws IOException {
    Node director = NodeFactory.createURI(Namespaces.TERMS + "director");
    Node film = NodeFactory.createURI(Namespaces.entities("film") + "f");
    Node one = NodeFactory.createURI(Namespaces.entities("person") + "one");
    update(draft -> draft.add(Quad.create(PRESS, film, director, one)));
    project.turtle(
        "seeds/press.ttl",
        "source:press a d:Source . film:f a d:Film ; d:name \"F\"@en ; d:director person:other .");
    assertThat(start())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .startsWith("seeds/press.ttl: A film has one director"));
    assertThat(log.head()).isEqualTo(new Version(2));
  }

  @Test
  void anUpdateThatSaysTheSameAsASeedLaterDoesIsNoReasonForAnotherVersion() throws IOException {
    update(draft -> draft.add(named(PRESS, "f", "Effe")));
    project.turtle(
        "seeds/press.ttl",
        "source:press a d:Source . film:f a d:Film ; d:name \"F\"@en, \"Effe\"@en .");
    assertThat(start()).isInstanceOf(Result.Unchanged.class);
  }
}
