package org.dramatis.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.junit.jupiter.api.Test;

/** The versions that changed something are found, whether they are remembered or not. */
class TracesTest {

  private static final Node G = iri("g");
  private static final Node P = iri("p");

  private final History history = History.inMemory(DefaultGraph.UNION, InstantSource.system());

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private void commit(List<Quad> added, List<Quad> deleted) {
    history.store().apply(history.log().append(new Change("tests", "x", added, deleted)));
  }

  private static Quad quad(Node subject, Node object) {
    return Quad.create(G, subject, P, object);
  }

  private Version newest() {
    return history.store().version();
  }

  @Test
  void aTermIsFoundInsideAStatementThatIsSpokenOf() {
    Node spoken = NodeFactory.createTripleTerm(Triple.create(iri("inner"), P, iri("o")));
    commit(List.of(quad(iri("a"), iri("b"))), List.of());
    commit(List.of(quad(iri("claim"), spoken)), List.of());

    Trace trace = new Traces(history).find(new Sought.About(iri("inner")), newest(), _ -> {});

    assertThat(trace.steps()).hasSize(1);
    assertThat(trace.since()).isEqualTo(new Version(2));
  }

  @Test
  void withoutRoomToRememberEveryVersionIsReadAndTheAnswerIsTheSame() {
    for (int i = 0; i < 20; i++) {
      commit(List.of(quad(iri("s" + i % 5), iri("o" + i))), List.of());
    }
    Sought sought = new Sought.About(iri("s3"));

    assertThat(new Traces(history, 0).find(sought, newest(), _ -> {}))
        .isEqualTo(new Traces(history).find(sought, newest(), _ -> {}));
  }

  @Test
  void whoGivesUpLeavesWhatWasLearnedToTheNext() {
    for (int i = 0; i < 50; i++) {
      commit(List.of(quad(iri("s" + i), iri("o"))), List.of());
    }
    Traces traces = new Traces(history);
    AtomicLong asked = new AtomicLong();
    Sought sought = new Sought.About(iri("s49"));

    assertThatThrownBy(() ->
            traces.find(
                sought,
                newest(),
                _ -> {
                  if (asked.incrementAndGet() > 40) {
                    throw new IllegalStateException("enough");
                  }
                }))
        .hasMessage("enough");
    AtomicLong after = new AtomicLong();
    assertThat(traces.find(sought, newest(), _ -> after.incrementAndGet()).steps()).hasSize(1);
    assertThat(after.get()).as("it goes on where the first one stopped").isLessThan(70);
  }

  @Test
  void oneOfTenThousandVersionsIsFoundWithoutReadingTheOthersAgain() {
    for (int i = 0; i < 10_000; i++) {
      commit(List.of(quad(iri("s" + i), NodeFactory.createLiteralString("v" + i))), List.of());
    }
    Traces traces = new Traces(history);
    long begun = System.nanoTime();
    assertThat(traces.find(new Sought.About(iri("s1")), newest(), _ -> {}).steps()).hasSize(1);
    long first = System.nanoTime() - begun;
    AtomicLong pieces = new AtomicLong();
    begun = System.nanoTime();
    Trace trace =
        traces.find(
            new Sought.Statement(
                Optional.empty(), Optional.of(iri("s7777")), Optional.of(P), Optional.empty()),
            newest(),
            _ -> pieces.incrementAndGet());
    long second = System.nanoTime() - begun;

    System.out.printf(
        "the history of one of 10,000 versions: %.1f ms at first, then %.1f ms%n",
        first / 1e6, second / 1e6);
    assertThat(trace.since()).isEqualTo(new Version(7778));
    assertThat(pieces.get()).as("one version is read, and given back").isLessThanOrEqualTo(4);
  }
}
