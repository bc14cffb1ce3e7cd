package org.dramatis.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Version;
import org.dramatis.query.Graphs;
import org.dramatis.store.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {

  private static final String DATA =
      """
      PREFIX c: <https://w3id.org/dramatis/claim/press/>
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX character: <https://w3id.org/dramatis/id/character/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX source: <https://w3id.org/dramatis/source/>
      GRAPH source:register {
        person:ann a d:Person ; rdfs:label "Ann"@en .
        person:anna a d:Person ; rdfs:label "Anna"@en .
        person:bob a d:Person ; rdfs:label "Bob"@en .
        character:ann a d:Character ; rdfs:label "Ann"@en .
      }
      GRAPH source:press {
        person:ann d:name "Ann B." .
        c:1 rdf:reifies <<( person:ann d:name "Ann B." )>> ; d:passage c:p1 .
        person:anna d:name "Ann B." .
        c:2 rdf:reifies <<( person:anna d:name "Ann B." )>> ; d:passage c:p2 .
        c:3 rdf:reifies <<( person:bob d:friendOf person:ann )>> .
        c:4 d:attributedTo person:ann .
      }
      GRAPH source:editors {
        person:ann d:identifiedWith person:anna .
        c:5 rdf:reifies <<( person:ann d:identifiedWith person:anna )>> ; d:passage c:p3 .
        c:6 d:evidence c:5 .
      }
      """;

  private static final Writer EDITOR = new Writer("editor", _ -> true);

  private final History history = Graphs.history(DATA);
  private final Ingest ingest = new Ingest(history.log(), history.store(), Rules.NONE);

  private static Node entity(String name) {
    try {
      return IdentityChange.entity(name);
    } catch (ImpossibleException none) {
      throw new AssertionError(none);
    }
  }

  private Ingest.Result carryOut(IdentityChange change) throws IOException, ImpossibleException {
    return ingest.<ImpossibleException>change(
        EDITOR,
        change.story(),
        "the change",
        List.of(),
        _ -> {},
        draft -> Identities.apply(change, draft, Instant.EPOCH, "editor", "a test"));
  }

  private void merge(String gone, String into) throws IOException, ImpossibleException {
    assertThat(carryOut(new IdentityChange.Merge(entity(gone), entity(into))))
        .isInstanceOf(Ingest.Result.Accepted.class);
  }

  private void retire(String gone) throws IOException, ImpossibleException {
    assertThat(carryOut(new IdentityChange.Retire(entity(gone))))
        .isInstanceOf(Ingest.Result.Accepted.class);
  }

  private boolean holds(String pattern) {
    StringBuilder query = new StringBuilder();
    Namespaces.prefixes()
        .forEach((prefix, iri) -> query.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    query
        .append("PREFIX c: <https://w3id.org/dramatis/claim/press/>\nASK { ")
        .append(pattern)
        .append(" }");
    return history
        .store()
        .<Boolean>read(now ->
            QueryExec.dataset(now.dataset()).query(QueryFactory.create(query.toString())).ask());
  }

  private Optional<Tombstone> tombstone(String name) {
    return history.store().read(now -> Tombstone.find(now.dataset(), entity(name)));
  }

  @Test
  void allThatWasSaidOfOneIsSaidOfTheOtherAndTheirClaimsStandSideBySide() throws Exception {
    merge("person:ann", "person:anna");
    assertThat(history.store().version()).isEqualTo(new Version(2));
    assertThat(holds("c:1 rdf:reifies <<( person:anna d:name \"Ann B.\" )>> ; d:passage c:p1"))
        .isTrue();
    assertThat(holds("c:2 rdf:reifies <<( person:anna d:name \"Ann B.\" )>> ; d:passage c:p2"))
        .isTrue();
    assertThat(holds("c:3 rdf:reifies <<( person:bob d:friendOf person:anna )>>")).isTrue();
    assertThat(holds("c:4 d:attributedTo person:anna")).isTrue();
    assertThat(holds("GRAPH source:register { person:anna rdfs:label \"Anna\"@en }")).isTrue();
    assertThat(holds("person:anna rdfs:label \"Ann\"@en")).as("the old name's entry").isFalse();
  }

  @Test
  void thatTheTwoAreOneHasDoneItsWorkAndGoesWithItsClaim() throws Exception {
    merge("person:ann", "person:anna");
    assertThat(holds("?one d:identifiedWith ?other")).isFalse();
    assertThat(holds("c:5 ?p ?o")).isFalse();
    assertThat(holds("?claim d:evidence c:5")).isFalse();
  }

  @Test
  void nothingUsesTheOldNameButTheRecord() throws Exception {
    merge("person:ann", "person:anna");
    assertThat(
            holds(
                "GRAPH ?g { { person:ann ?p ?o } UNION { ?s ?p person:ann } } FILTER (?g != source:record)"))
        .isFalse();
    assertThat(
            holds(
                """
                GRAPH source:record {
                  source:record a d:Source .
                  person:ann dcterms:isReplacedBy person:anna ; prov:invalidatedAtTime ?time ;
                    skos:changeNote "a test" ; <http://purl.org/dc/elements/1.1/contributor> "editor"
                }
                """))
        .isTrue();
  }

  @Test
  void chainsLeadToTheLast() throws Exception {
    merge("person:ann", "person:anna");
    merge("person:anna", "person:bob");
    assertThat(tombstone("person:ann").flatMap(Tombstone::successor))
        .hasValue(entity("person:bob"));
    retire("person:bob");
    assertThat(tombstone("person:ann").orElseThrow().successor()).isEmpty();
    assertThat(tombstone("person:never")).isEmpty();
  }

  @Test
  void aRenamedOneKeepsItsEntry() throws Exception {
    assertThat(carryOut(new IdentityChange.Rename(entity("person:ann"), entity("person:ann-b"))))
        .isInstanceOf(Ingest.Result.Accepted.class);
    assertThat(holds("person:ann-b a d:Person ; rdfs:label \"Ann\"@en ; d:name \"Ann B.\""))
        .isTrue();
    assertThat(holds("c:5 rdf:reifies <<( person:ann-b d:identifiedWith person:anna )>>")).isTrue();
  }

  @Test
  void whatIsRetiredIsNotSaidAnyMoreAndLeavesNoClaimBehind() throws Exception {
    retire("person:ann");
    assertThat(holds("person:ann d:name ?name")).isFalse();
    assertThat(holds("c:1 ?p ?o")).isFalse();
    assertThat(holds("c:3 ?p ?o")).isFalse();
    assertThat(holds("c:2 ?p ?o")).as("a claim about another").isTrue();
    assertThat(tombstone("person:ann").map(Tombstone::why)).hasValue("a test");
  }

  @ParameterizedTest
  @CsvSource({
    "person:ann, person:ann, cannot take its own place",
    "person:ann, character:ann, of different kinds",
    "person:nobody, person:ann, nothing is known of person:nobody",
    "person:ann, person:nobody, rename it",
  })
  void aMergeThatMakesNoSenseIsRefusedWithItsReason(String gone, String into, String why) {
    assertThatThrownBy(() -> merge(gone, into))
        .isInstanceOf(ImpossibleException.class)
        .hasMessageContaining(why);
    assertThat(history.store().version()).isEqualTo(new Version(1));
  }

  @Test
  void whatIsGoneStaysGone() throws Exception {
    merge("person:ann", "person:anna");
    for (String other : List.of("person:anna", "person:bob")) {
      assertThatThrownBy(() -> merge("person:ann", other)).hasMessageContaining("gone already");
      assertThatThrownBy(() -> merge(other, "person:ann")).hasMessageContaining("gone itself");
    }
    assertThatThrownBy(() -> retire("person:ann")).hasMessageContaining("gone already");
    assertThatThrownBy(
            () -> carryOut(new IdentityChange.Rename(entity("person:bob"), entity("person:anna"))))
        .hasMessageContaining("names something already");
  }

  @Test
  void onlyEntitiesHaveSuchAFate() {
    assertThat(Stream.of("ann", "d:Person", "source:press", "http://example.org/x", "person:"))
        .allSatisfy(text ->
            assertThatThrownBy(() -> IdentityChange.entity(text))
                .isInstanceOf(ImpossibleException.class));
    assertThat(entity("https://w3id.org/dramatis/id/person/ann")).isEqualTo(entity("person:ann"));
  }

  @Test
  void aVersionBeforeKnowsOfNothingAndTheLossesTellTheLastThatHadIt() throws Exception {
    Vanished vanished = new Vanished(history.log());
    assertThat(vanished.lastWith(entity("person:ann"), new Version(1))).isEmpty();
    retire("person:ann");
    assertThat(vanished.lastWith(entity("person:ann"), new Version(2))).hasValue(new Version(1));
    assertThat(vanished.lastWith(entity("person:ann"), new Version(1))).isEmpty();
    assertThat(vanished.lastWith(entity("person:never"), new Version(2))).isEmpty();
    assertThat(history.open(new Version(1), _ -> {}))
        .hasValueSatisfying(before -> {
          assertThat(Tombstone.find(before.dataset(), entity("person:ann"))).isEmpty();
          before.close();
        });
  }
}
