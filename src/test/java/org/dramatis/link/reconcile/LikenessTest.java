package org.dramatis.link.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.XSD;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody has is compared to a value by what kind of value that is. */
class LikenessTest {

  private static final Graph GRAPH =
      RDFParser.fromString(
              """
              PREFIX : <https://example.org/>
              PREFIX d: <https://w3id.org/dramatis/ns#>
              PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
              :sofia rdfs:label "Sofia Carson"@en ; d:name "Sofía Daccarett Char"@es .
              """,
              Lang.TURTLE)
          .toGraph();

  private static final Node SOFIA = NodeFactory.createURI("https://example.org/sofia");

  private static final Likeness LIKENESS = new Likeness(GRAPH);

  private static Node literal(String text, String type) {
    return NodeFactory.createLiteralDT(
        text, TypeMapper.getInstance().getSafeTypeByName(XSD.getURI() + type));
  }

  @ParameterizedTest(name = "{0} is like {1} ({2}) by {3}")
  @CsvSource({
    "2022, 2022, gYear, 1",
    "2021, 2022, gYear, 0.5",
    "2020, 2022, gYear, 0",
    "2022-07-29, 2022, gYear, 1",
    "next year, 2022, gYear, 0",
    "'', 2022, gYear, 0",
    "2022-07-29, 2022-07-29, date, 1",
    "2022, 2022-07-29, date, 1",
    "2022-07, 2022-07-29, date, 1",
    "2022-0, 2022-07-29, date, 0",
    "'', 2022-07-29, date, 0",
    "2, 02, integer, 1",
    "2.0, 2, decimal, 1",
    "3, 2, integer, 0",
    "99999999999999999999999, 2, integer, 0",
    "1-2-3, 2, integer, 0",
    "Netflix, Netflix, string, 1",
    "something else, Netflix, string, 0",
  })
  void aValueIsComparedByItsKind(String given, String value, String type, double likeness) {
    assertThat(LIKENESS.of(new Given.Text(given), literal(value, type), false)).isEqualTo(likeness);
  }

  @Test
  void aTextThatIsNearlyTheSameIsNearlyAsGood() {
    assertThat(LIKENESS.of(new Given.Text("Netflx"), literal("Netflix", "string"), false))
        .isStrictlyBetween(0.6, 1.0);
  }

  @Test
  void anIdentifierIsTheSameOrIsNot() {
    assertThat(LIKENESS.of(new Given.Text("tt4614584"), literal("tt4614584", "string"), true))
        .isEqualTo(1);
    assertThat(LIKENESS.of(new Given.Text("tt4614585"), literal("tt4614584", "string"), true))
        .isZero();
    assertThat(LIKENESS.of(new Given.Text("007"), literal("7", "string"), true)).isZero();
  }

  @Test
  void aNumberIsComparedAsANumber() {
    assertThat(
            LIKENESS.of(new Given.Amount(new BigDecimal("2.00")), literal("2", "integer"), false))
        .isEqualTo(1);
  }

  @Test
  void aThingIsComparedByItsIriOrByAnyOfItsNames() {
    assertThat(LIKENESS.of(new Given.Entity(SOFIA), SOFIA, false)).isEqualTo(1);
    assertThat(LIKENESS.of(new Given.Entity(NodeFactory.createURI("urn:x")), SOFIA, false))
        .isZero();
    assertThat(LIKENESS.of(new Given.Text(SOFIA.getURI()), SOFIA, false)).isEqualTo(1);
    assertThat(LIKENESS.of(new Given.Text("Sofia Daccarett Char"), SOFIA, false))
        .isEqualTo(1, Offset.offset(0.1));
    assertThat(LIKENESS.of(new Given.Text("Nicholas Galitzine"), SOFIA, false)).isZero();
  }

  @Test
  void whatHasNoNameIsLikeNothing() {
    assertThat(LIKENESS.of(new Given.Text("x"), NodeFactory.createBlankNode(), false)).isZero();
  }
}
