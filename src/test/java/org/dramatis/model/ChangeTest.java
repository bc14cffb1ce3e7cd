package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final Node SOURCE = NodeFactory.createURI("https://example.org/source");
  private static final Quad QUAD = Quad.create(SOURCE, SOURCE, SOURCE, SOURCE);

  @Test
  void aStatementCannotComeAndGoAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("tests", "message", List.of(QUAD), List.of(QUAD)))
        .withMessageContaining("added and deleted at once");
  }

  @Test
  void theDefaultGraphHasOneNameInAChange() {
    Quad quad = Quad.create(Quad.defaultGraphNodeGenerated, QUAD.asTriple());
    Change change = new Change("ann", "message", List.of(quad), List.of());
    assertThat(change.graphs()).containsExactly(Quad.defaultGraphIRI);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("ann", "message", List.of(quad), change.added()));
  }

  @Test
  void aGraphIsNamedByAnIri() {
    Quad inBlankGraph = Quad.create(NodeFactory.createBlankNode(), QUAD.asTriple());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("ann", "message", List.of(), List.of(inBlankGraph)))
        .withMessageContaining("name of a graph");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Change(
                "ann", "message", List.of(), List.of(), Set.of(Quad.defaultGraphIRI), Set.of()));
  }

  @Test
  void aGraphCannotComeAndGoAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Change("ann", "message", List.of(), List.of(), Set.of(SOURCE), Set.of(SOURCE)))
        .withMessageContaining("created and dropped at once");
  }

  @Test
  void aChangeNamesAllTheGraphsThatItTouches() {
    Node other = NodeFactory.createURI("https://example.org/other");
    Node third = NodeFactory.createURI("https://example.org/third");
    Change change =
        new Change(
            "ann",
            "message",
            List.of(QUAD),
            List.of(Quad.create(other, QUAD.asTriple())),
            Set.of(third),
            Set.of());
    assertThat(change.graphs()).containsExactly(SOURCE, other, third);
  }

  @Test
  void aChangeThatOnlyCreatesAGraphIsNotEmpty() {
    assertThat(new Change("ann", "m", List.of(), List.of()).isEmpty()).isTrue();
    assertThat(new Change("ann", "m", List.of(), List.of(), Set.of(SOURCE), Set.of()).isEmpty())
        .isFalse();
  }

  @Test
  void aPatternIsNoStatement() {
    Quad pattern = Quad.create(SOURCE, Node.ANY, SOURCE, SOURCE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("tests", "message", List.of(pattern), List.of()));
  }

  @Test
  void authorAndMessageAreOneLineEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("tests", "two\nlines", List.of(QUAD), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("tests", " ", List.of(QUAD), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change("", "message", List.of(QUAD), List.of()));
  }

  @Test
  void whatIsDoneToTheListsAfterwardsDoesNotReachTheChange() {
    List<Quad> added = new ArrayList<>(List.of(QUAD));
    Change change = new Change("tests", "message", added, List.of());
    added.clear();
    assertThat(change.added()).containsExactly(QUAD);
  }

  @Test
  void aStatementThatIsAddedTwiceIsAddedOnce() {
    Change change = new Change("tests", "message", List.of(QUAD, QUAD), List.of());
    assertThat(change.added()).containsExactly(QUAD);
    assertThat(change.isEmpty()).isFalse();
  }
}
