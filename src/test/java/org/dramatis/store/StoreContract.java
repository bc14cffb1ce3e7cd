package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.sse.SSE;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link Store} owes its users; each implementation's test extends this. */
abstract class StoreContract {

  /** An empty store. */
  abstract Store open();

  private static final Node A = iri("source/a");
  private static final Node B = iri("source/b");
  private static final Triple T1 = Triple.create(iri("x"), iri("p"), iri("y"));
  private static final Triple T2 = Triple.create(iri("y"), iri("p"), iri("z"));

  private Store store = open();
  private final ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));

  private static Node iri(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void apply(List<Quad> added, List<Quad> deleted) {
    Change change = new Change("tests", "a change", added, deleted);
    store.apply(log.append(change));
  }

  private static Quad in(Node graph, Triple triple) {
    return Quad.create(graph, triple);
  }

  private List<Triple> union() {
    return store.read(snapshot -> snapshot.dataset().getDefaultGraph().find().toList());
  }

  private List<Triple> graph(Node name) {
    return store.read(snapshot -> snapshot.dataset().getGraph(name).find().toList());
  }

  private long count(String query) {
    return store.read(snapshot -> {
      try (QueryExec execution = QueryExec.dataset(snapshot.dataset()).query(query).build()) {
        return RowSetOps.count(execution.select());
      }
    });
  }

  @Nested
  class Order {

    @Test
    void anEmptyStoreStandsBeforeTheFirstVersion() {
      assertThat(store.version()).isEqualTo(Version.NONE);
      assertThat(union()).isEmpty();
    }

    @Test
    void aVersionCannotBeSkipped() {
      Change change = new Change("tests", "m", List.of(in(A, T1)), List.of());
      log.append(change);
      Entry second = log.append(change);
      assertThatIllegalArgumentException().isThrownBy(() -> store.apply(second));
      assertThat(store.version()).isEqualTo(Version.NONE);
      assertThat(union()).isEmpty();
    }

    @Test
    void aVersionCannotBeAppliedTwice() {
      Entry first = log.append(new Change("tests", "m", List.of(in(A, T1)), List.of()));
      store.apply(first);
      assertThatIllegalArgumentException().isThrownBy(() -> store.apply(first));
      assertThat(store.version()).isEqualTo(new Version(1));
    }
  }

  @Nested
  class Union {

    @Test
    void aStatementOfTwoSourcesIsThereOnce() {
      apply(List.of(in(A, T1), in(B, T1)), List.of());
      assertThat(union()).containsExactly(T1);
      assertThat(count("SELECT * { ?s ?p ?o }")).isEqualTo(1);
      assertThat(count("SELECT * { GRAPH ?g { ?s ?p ?o } }")).isEqualTo(2);
    }

    @Test
    void howeverAStatementOfManySourcesIsAskedForItIsFoundOnce() {
      List<Triple> said = triplesOf(List.of("x", "y", "z"));
      List<Quad> added =
          said.stream().flatMap(triple -> Stream.of(in(B, triple), in(A, triple))).toList();
      apply(added, List.of());
      for (Triple pattern : triplesOf(List.of("y", "any"))) {
        List<Triple> found =
            store.read(snapshot -> snapshot.dataset().getDefaultGraph().find(pattern).toList());
        assertThat(found)
            .containsExactlyInAnyOrderElementsOf(said.stream().filter(pattern::matches).toList());
      }
    }

    private static List<Triple> triplesOf(List<String> names) {
      List<Node> terms =
          names.stream().map(name -> name.equals("any") ? Node.ANY : iri(name)).toList();
      return terms.stream()
          .flatMap(
              s -> terms.stream().flatMap(p -> terms.stream().map(o -> Triple.create(s, p, o))))
          .toList();
    }

    @Test
    void aStatementStaysUntilTheLastSourceWithdrawsIt() {
      apply(List.of(in(A, T1), in(B, T1)), List.of());
      apply(List.of(), List.of(in(A, T1)));
      assertThat(union()).containsExactly(T1);
      assertThat(graph(A)).isEmpty();
      apply(List.of(), List.of(in(B, T1)));
      assertThat(union()).isEmpty();
    }

    @Test
    void aGraphThatHasLostItsLastStatementIsNotListed() {
      apply(List.of(in(A, T1), in(B, T2)), List.of());
      apply(List.of(), List.of(in(A, T1)));
      assertThat(count("SELECT DISTINCT ?g { GRAPH ?g { } }")).isEqualTo(1);
    }

    @Test
    void aPropertyPathRunsFromOneSourceIntoTheNext() {
      apply(List.of(in(A, T1), in(B, T2)), List.of());
      assertThat(count("SELECT * { <https://example.org/x> <https://example.org/p>+ ?end }"))
          .isEqualTo(2);
      assertThat(
              count(
                  "SELECT * { GRAPH ?g { <https://example.org/x> <https://example.org/p>+ ?e } }"))
          .isEqualTo(1);
    }

    @Test
    void theNameOfTheUnionGraphMeansTheSame() {
      apply(List.of(in(A, T1), in(B, T1), in(B, T2)), List.of());
      assertThat(count("SELECT * { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }")).isEqualTo(2);
      try (Snapshot snapshot = store.open()) {
        DatasetGraph dataset = snapshot.dataset();
        assertThat(dataset.getUnionGraph().size()).isEqualTo(2);
        assertThat(Iter.toList(dataset.findNG(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY)))
            .extracting(Quad::asTriple)
            .containsExactlyInAnyOrder(T1, T2);
      }
    }

    @Test
    void aQueryMayChooseItsOwnDefaultGraph() {
      apply(List.of(in(A, T1), in(B, T2)), List.of());
      assertThat(count("SELECT * FROM <https://example.org/source/a> { ?s ?p ?o }")).isEqualTo(1);
      assertThat(
              count("SELECT * FROM NAMED <https://example.org/source/b> { GRAPH ?g { ?s ?p ?o } }"))
          .isEqualTo(1);
    }

    @Test
    void aReifierIsFoundByThePatternOfItsTriple() {
      Node reifies = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");
      Triple claim = Triple.create(iri("c"), reifies, NodeFactory.createTripleTerm(T1));
      apply(List.of(in(A, claim)), List.of());
      assertThat(
              count(
                  "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"
                      + " SELECT * { ?c rdf:reifies <<( ?s <https://example.org/p> ?o )>> }"))
          .isEqualTo(1);
    }
  }

  @Nested
  class Reading {

    @Test
    void nothingCanBeWrittenThroughTheDataset() {
      apply(List.of(in(A, T1)), List.of());
      Snapshot snapshot = store.open();
      DatasetGraph dataset = snapshot.dataset();
      List<Runnable> attempts =
          List.of(
              () -> dataset.add(in(A, T2)),
              () -> dataset.add(A, T2.getSubject(), T2.getPredicate(), T2.getObject()),
              () -> dataset.delete(in(A, T1)),
              () -> dataset.deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY),
              dataset::clear,
              () -> dataset.addGraph(B, dataset.getDefaultGraph()),
              () -> dataset.removeGraph(A),
              () -> dataset.getDefaultGraph().add(T2),
              () -> dataset.getDefaultGraph().delete(T1),
              () -> dataset.getDefaultGraph().clear(),
              () -> dataset.getGraph(A).add(T2),
              () -> dataset.getGraph(A).remove(Node.ANY, Node.ANY, Node.ANY),
              () -> dataset.getUnionGraph().add(T2),
              () -> dataset.begin(ReadWrite.WRITE),
              () -> dataset.prefixes().add("x", "https://example.org/"),
              () -> UpdateExec.dataset(dataset).update("CLEAR ALL").build().execute());
      for (Runnable attempt : attempts) {
        assertThatThrownBy(attempt::run)
            .isInstanceOfAny(JenaException.class, UnsupportedOperationException.class);
      }
      snapshot.close();
      assertThat(union()).containsExactly(T1);
      assertThat(graph(A)).containsExactly(T1);
    }

    @Test
    void aReadTransactionCannotBecomeAWriteTransaction() {
      try (Snapshot snapshot = store.open()) {
        snapshot.dataset().begin(ReadWrite.READ);
        assertThat(snapshot.dataset().promote()).isFalse();
      }
    }

    @Test
    void aReadingSeesOneVersionHoweverLongItTakes() throws Exception {
      apply(List.of(in(A, T1)), List.of());
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch changed = new CountDownLatch(1);
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<List<Object>> seen =
            other.submit(() ->
                store.read(snapshot -> {
                  begun.countDown();
                  await(changed);
                  return List.of(snapshot.version(), snapshot.dataset().getDefaultGraph().size());
                }));
        await(begun);
        apply(List.of(in(B, T2)), List.of());
        changed.countDown();
        assertThat(seen.get()).containsExactly(new Version(1), 1);
      }
      assertThat(store.version()).isEqualTo(new Version(2));
    }

    @Test
    void versionAndContentsNeverDisagree() throws Exception {
      int versions = 60;
      List<String> disagreements = new ArrayList<>();
      try (ExecutorService other = Executors.newSingleThreadExecutor()) {
        Future<?> reading =
            other.submit(() -> {
              long last = 0;
              while (last < versions) {
                last =
                    store.read(snapshot -> {
                      long version = snapshot.version().number();
                      long size = snapshot.dataset().getDefaultGraph().size();
                      if (size != version) {
                        disagreements.add(version + " has " + size + " statements");
                      }
                      return version;
                    });
              }
            });
        for (int i = 0; i < versions; i++) {
          apply(List.of(in(A, Triple.create(iri("n" + i), iri("p"), iri("o")))), List.of());
        }
        reading.get(30, TimeUnit.SECONDS);
      }
      assertThat(disagreements).isEmpty();
    }

    @Test
    void aReadingThatFailsStandsInNobodysWay() {
      assertThatThrownBy(() ->
              store.read(snapshot -> {
                throw new IllegalStateException("the question was wrong");
              }))
          .hasMessage("the question was wrong");
      apply(List.of(in(A, T1)), List.of());
      assertThat(store.version()).isEqualTo(new Version(1));
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody came");
        }
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @Nested
  class Previews {

    private Preview preview(Snapshot snapshot, Change... changes) {
      Preview preview = new Preview(snapshot);
      List.of(changes).forEach(preview::apply);
      return preview;
    }

    private List<String> quads(DatasetGraph dataset) {
      return Iter.iter(dataset.find()).map(SSE::str).toList();
    }

    @Test
    void aPreviewLeavesTheStoreAlone() {
      apply(List.of(in(A, T1)), List.of());
      store.read(snapshot -> {
        preview(snapshot, new Change("tests", "m", List.of(in(A, T2)), List.of(in(A, T1))));
        return true;
      });
      assertThat(graph(A)).containsExactly(T1);
      assertThat(store.version()).isEqualTo(new Version(1));
    }

    @Test
    void aPreviewShowsWhatTheStoreWillHave() {
      apply(List.of(in(A, T1), in(B, T1), in(B, T2)), List.of());
      List<Change> changes =
          List.of(
              new Change("tests", "gone here, kept there", List.of(), List.of(in(A, T1))),
              new Change("tests", "gone everywhere", List.of(), List.of(in(B, T1))),
              new Change("tests", "back again", List.of(in(A, T1)), List.of(in(B, T2))),
              new Change("tests", "in both", List.of(in(A, T2), in(B, T1)), List.of()),
              new Change("tests", "gone in one", List.of(), List.of(in(A, T2))));
      List<List<String>> previewed =
          store.read(snapshot -> {
            Preview preview = new Preview(snapshot);
            List<List<String>> states = new ArrayList<>();
            for (Change change : changes) {
              preview.apply(change);
              states.add(quads(preview));
              assertThat(preview.getDefaultGraph().size())
                  .isEqualTo(preview.getDefaultGraph().find().toSet().size());
            }
            return states;
          });
      for (int i = 0; i < changes.size(); i++) {
        store.apply(log.append(changes.get(i)));
        assertThat(previewed.get(i))
            .as(changes.get(i).message())
            .containsExactlyInAnyOrderElementsOf(store.read(s -> quads(s.dataset())));
      }
    }

    @Test
    void aPreviewListsTheGraphsThatWillBeThere() {
      apply(List.of(in(A, T1)), List.of());
      List<Node> graphs =
          store.read(snapshot ->
              Iter.toList(
                  preview(
                          snapshot,
                          new Change("tests", "m", List.of(in(B, T2)), List.of(in(A, T1))))
                      .listGraphNodes()));
      assertThat(graphs).containsExactly(B);
    }

    @Test
    void nothingCanBeWrittenThroughAPreview() {
      store.read(snapshot -> {
        assertThatThrownBy(() -> preview(snapshot).add(in(A, T1)))
            .isInstanceOf(JenaException.class);
        return true;
      });
    }
  }

  @Nested
  class EmptyGraphs {

    private Set<Node> graphs() {
      return store.read(now -> Iter.toSet(now.dataset().listGraphNodes()));
    }

    private void apply(Set<Node> created, Set<Node> dropped) {
      Change change = new Change("tests", "m", List.of(), List.of(), created, dropped);
      store.apply(log.append(change));
    }

    @Test
    void aGraphThatWasCreatedIsThereUntilItIsDropped() {
      apply(Set.of(A), Set.of());
      assertThat(graphs()).containsExactly(A);
      assertThat(store.<Boolean>read(now -> now.dataset().containsGraph(A))).isTrue();
      assertThat(count("SELECT * { GRAPH ?g {} }")).isEqualTo(1);
      apply(Set.of(), Set.of(A));
      assertThat(graphs()).isEmpty();
    }

    @Test
    void aGraphThatWasCreatedOutlivesItsLastStatement() {
      apply(Set.of(A), Set.of());
      StoreContract.this.apply(List.of(in(A, T1)), List.of());
      StoreContract.this.apply(List.of(), List.of(in(A, T1)));
      assertThat(graphs()).containsExactly(A);
    }

    @Test
    void aGraphThatIsDroppedIsThereAsLongAsItHoldsSomething() {
      apply(Set.of(A), Set.of());
      StoreContract.this.apply(List.of(in(A, T1)), List.of());
      apply(Set.of(), Set.of(A));
      assertThat(graphs()).containsExactly(A);
    }
  }

  @Nested
  class Drafts {

    private Change drafted(Consumer<Draft> edit) {
      return store.read(now -> {
        Draft draft = new Draft(now);
        edit.accept(draft);
        return draft.change("ann", "drafted");
      });
    }

    @Test
    void aDraftIsSeenByNobodyElse() {
      apply(List.of(in(A, T1)), List.of());
      drafted(Draft::clear);
      assertThat(graph(A)).containsExactly(T1);
    }

    @Test
    void whatIsDoneAndUndoneIsNoChange() {
      apply(List.of(in(A, T1)), List.of());
      Change change =
          drafted(draft -> {
            draft.add(in(A, T2));
            draft.delete(in(A, T1));
            draft.delete(in(B, T1));
            draft.delete(in(A, T2));
            draft.add(in(A, T1));
            draft.addGraph(B, Graph.emptyGraph);
            draft.removeGraph(B);
          });
      assertThat(change.isEmpty()).isTrue();
    }

    @Test
    void aGraphThatIsEmptiedIsStillThereAndOneThatIsRemovedIsNot() {
      apply(List.of(in(A, T1), in(B, T2)), List.of());
      Change change =
          drafted(draft -> {
            draft.getGraph(A).clear();
            draft.removeGraph(B);
            assertThat(Iter.toList(draft.listGraphNodes())).containsExactly(A);
          });
      assertThat(change.created()).containsExactly(A);
      assertThat(change.dropped()).isEmpty();
      assertThat(change.deleted()).containsExactlyInAnyOrder(in(A, T1), in(B, T2));
    }

    @Test
    void anUpdateReadsWhatItHasWritten() {
      apply(List.of(in(A, T1)), List.of());
      Change change =
          drafted(draft ->
              UpdateExec.dataset(draft)
                  .update(
                      """
                      INSERT { GRAPH <https://example.org/source/b> { ?s ?p ?o } }
                      WHERE { GRAPH ?g { ?s ?p ?o } } ;
                      DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?o ?p ?s } }
                      WHERE { GRAPH ?g { ?s ?p ?o } }
                      """)
                  .build()
                  .execute());
      Triple turned = Triple.create(T1.getObject(), T1.getPredicate(), T1.getSubject());
      assertThat(change.added()).containsExactlyInAnyOrder(in(A, turned), in(B, turned));
      assertThat(change.deleted()).containsExactly(in(A, T1));
    }

    @Test
    void neitherTheUnionNorAGraphWithoutANameIsWritten() {
      List<Consumer<Draft>> attempts =
          List.of(
              draft -> draft.getDefaultGraph().add(T1),
              draft -> draft.getDefaultGraph().clear(),
              draft -> draft.add(Quad.create(Quad.defaultGraphNodeGenerated, T1)),
              draft -> draft.delete(Quad.create(Quad.defaultGraphIRI, T1)),
              draft -> draft.add(Quad.create(NodeFactory.createBlankNode(), T1)));
      for (Consumer<Draft> attempt : attempts) {
        assertThatThrownBy(() -> drafted(attempt)).isInstanceOf(WrongGraphException.class);
      }
    }
  }
}
