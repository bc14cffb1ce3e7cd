package org.dramatis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} owes whose default graph is a graph of its own. */
abstract class SeparateDefaultGraphContract {

  /** An empty store whose default graph is {@link DefaultGraph#SEPARATE}. */
  abstract Store open();

  private static final Node A = NodeFactory.createURI("https://example.org/a");
  private static final Node B = NodeFactory.createURI("https://example.org/b");
  private static final Triple T1 = Triple.create(A, A, A);
  private static final Triple T2 = Triple.create(A, A, B);

  private final Store store = open();
  private final ChangeLog log = new MemoryLog(InstantSource.fixed(Instant.EPOCH));

  @AfterEach
  void close() {
    store.close();
  }

  private static Quad inDefault(Triple triple) {
    return Quad.create(Quad.defaultGraphIRI, triple);
  }

  private void apply(List<Quad> added, List<Quad> deleted) {
    apply(new Change("tests", "a change", added, deleted));
  }

  private void apply(Change change) {
    store.apply(log.append(change));
  }

  private static List<Triple> unnamed(DatasetGraph dataset) {
    return dataset.getDefaultGraph().find().toList();
  }

  @Test
  void itSaysWhatItsDefaultGraphIs() {
    assertThat(store.defaultGraph()).isEqualTo(DefaultGraph.SEPARATE);
    assertThat(store.read(Snapshot::defaultGraph)).isEqualTo(DefaultGraph.SEPARATE);
  }

  @Test
  void whatIsSaidInANamedGraphIsNotSaidInTheDefaultGraph() {
    apply(List.of(inDefault(T1), Quad.create(B, T2)), List.of());
    store.read(now -> {
      DatasetGraph dataset = now.dataset();
      assertThat(unnamed(dataset)).containsExactly(T1);
      assertThat(dataset.getGraph(B).find().toList()).containsExactly(T2);
      assertThat(dataset.getUnionGraph().find().toList()).containsExactly(T2);
      assertThat(Iter.toList(dataset.listGraphNodes())).containsExactly(B);
      return true;
    });
  }

  @Test
  void aStatementLeavesTheDefaultGraphAndStaysWhereElseItIs() {
    apply(List.of(inDefault(T1), Quad.create(B, T1)), List.of());
    apply(List.of(), List.of(inDefault(T1)));
    store.read(now -> {
      assertThat(unnamed(now.dataset())).isEmpty();
      assertThat(now.dataset().getGraph(B).find().toList()).containsExactly(T1);
      return true;
    });
  }

  @Test
  void aPreviewShowsWhatTheStoreWillHave() {
    apply(List.of(inDefault(T1), Quad.create(B, T2)), List.of());
    Change next =
        new Change(
            "tests",
            "next",
            List.of(inDefault(T2)),
            List.of(inDefault(T1), Quad.create(B, T2)),
            Set.of(B),
            Set.of());
    List<Quad> previewed =
        store.read(now -> {
          Preview preview = new Preview(now);
          preview.apply(next);
          assertThat(preview.containsGraph(B)).isTrue();
          return Iter.toList(preview.find());
        });
    apply(next);
    assertThat(store.<List<Quad>>read(now -> Iter.toList(now.dataset().find())))
        .containsExactlyInAnyOrderElementsOf(previewed)
        .containsExactly(inDefault(T2));
  }

  @Test
  void aDraftIsWrittenInTheDefaultGraphToo() {
    apply(List.of(inDefault(T1)), List.of());
    Change change =
        store.read(now -> {
          Draft draft = new Draft(now);
          draft.add(Quad.create(Quad.defaultGraphNodeGenerated, T2));
          draft.getDefaultGraph().delete(T1);
          draft.getGraph(B).add(T1);
          assertThat(unnamed(draft)).containsExactly(T2);
          return draft.change("ann", "drafted");
        });
    assertThat(change.added()).containsExactlyInAnyOrder(inDefault(T2), Quad.create(B, T1));
    assertThat(change.deleted()).containsExactly(inDefault(T1));
  }
}
