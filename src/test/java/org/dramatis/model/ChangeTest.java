package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
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
        .isThrownBy(() -> new Change(SOURCE, "message", List.of(QUAD), List.of(QUAD)))
        .withMessageContaining("added and deleted at once");
  }

  @Test
  void aStatementBelongsToANamedGraph() {
    Quad homeless = Quad.create(Quad.defaultGraphIRI, QUAD.asTriple());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change(SOURCE, "message", List.of(homeless), List.of()))
        .withMessageContaining("named graph");
    Quad inBlankGraph = Quad.create(NodeFactory.createBlankNode(), QUAD.asTriple());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change(SOURCE, "message", List.of(), List.of(inBlankGraph)));
  }

  @Test
  void aPatternIsNoStatement() {
    Quad pattern = Quad.create(SOURCE, Node.ANY, SOURCE, SOURCE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change(SOURCE, "message", List.of(pattern), List.of()));
  }

  @Test
  void theMessageIsOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change(SOURCE, "two\nlines", List.of(QUAD), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Change(SOURCE, " ", List.of(QUAD), List.of()));
  }

  @Test
  void whatIsDoneToTheListsAfterwardsDoesNotReachTheChange() {
    List<Quad> added = new ArrayList<>(List.of(QUAD));
    Change change = new Change(SOURCE, "message", added, List.of());
    added.clear();
    assertThat(change.added()).containsExactly(QUAD);
  }

  @Test
  void aStatementThatIsAddedTwiceIsAddedOnce() {
    Change change = new Change(SOURCE, "message", List.of(QUAD, QUAD), List.of());
    assertThat(change.added()).containsExactly(QUAD);
    assertThat(change.isEmpty()).isFalse();
  }
}
