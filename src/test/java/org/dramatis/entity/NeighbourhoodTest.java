package org.dramatis.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.dramatis.entity.Neighbourhood.Group;
import org.dramatis.entity.Neighbourhood.Neighbour;
import org.dramatis.model.Namespaces;
import org.junit.jupiter.api.Test;

/** What stands around a thing. */
class NeighbourhoodTest {

  private static Node thing(String kind, String slug) {
    return NodeFactory.createURI(Namespaces.entities(kind) + slug);
  }

  private static Graph graph(String statements) {
    Graph graph = GraphFactory.createDefaultGraph();
    StringBuilder prefixes = new StringBuilder();
    Namespaces.prefixes()
        .forEach((name, iri) -> prefixes.append("PREFIX %s: <%s>%n".formatted(name, iri)));
    RDFParser.fromString(prefixes + statements, Lang.TURTLE).parse(graph);
    return graph;
  }

  private static Neighbourhood around(Node thing, String statements) {
    return Neighbourhood.of(graph(statements), thing, _ -> {});
  }

  private static List<Neighbour> all(Neighbourhood neighbourhood) {
    return neighbourhood.groups().stream().flatMap(group -> group.members().stream()).toList();
  }

  @Test
  void aThingOfWhichNothingIsSaidStandsAlone() {
    Neighbourhood alone = around(thing("film", "one"), "");

    assertThat(alone.groups()).isEmpty();
    assertThat(alone.ties()).isEmpty();
    assertThat(alone.cut()).isFalse();
    assertThat(alone.label()).isEqualTo("film:one");
  }

  @Test
  void aCreditConnectsThoseWhomItNamesByItsRole() {
    Neighbourhood film =
        around(
            thing("film", "one"),
            """
            credit:a d:agent person:ann ; d:character character:zoe ; d:work film:one ; d:role role:actor .
            role:actor skos:prefLabel "actor"@en .
            person:ann rdfs:label "Ann"@en .
            character:zoe rdfs:label "Zoe"@en .
            """);

    assertThat(film.groups())
        .containsExactly(
            new Group(
                "person", List.of(new Neighbour(thing("person", "ann"), "Ann", List.of("actor")))),
            new Group(
                "character",
                List.of(new Neighbour(thing("character", "zoe"), "Zoe", List.of("actor")))));
    assertThat(film.ties())
        .containsExactly(
            new Neighbourhood.Tie(thing("person", "ann"), thing("character", "zoe"), "actor"));
  }

  @Test
  void aStatementIsReadFromBothEndsAndSaysWhichWay() {
    String statements =
        """
        character:zoe d:motherOf character:tom .
        d:motherOf rdfs:label "mother of"@en .
        """;

    assertThat(all(around(thing("character", "zoe"), statements)))
        .containsExactly(
            new Neighbour(thing("character", "tom"), "character:tom", List.of("mother of")));
    assertThat(all(around(thing("character", "tom"), statements)))
        .containsExactly(
            new Neighbour(thing("character", "zoe"), "character:zoe", List.of("← mother of")));
  }

  @Test
  void whatIsNoEntityIsNotAround() {
    assertThat(
            all(
                around(
                    thing("film", "one"),
                    """
                    film:one a d:Film ; d:genre <https://w3id.org/dramatis/genre/drama> ;
                      rdfs:label "One" ; owl:sameAs wd:Q1 , film:one .
                    claim:1 d:source source:x ; rdf:reifies <<( film:one a d:Film )>> .
                    """)))
        .isEmpty();
  }

  @Test
  void membersStandInTheOrderInWhichTheyAreCounted() {
    Neighbourhood season =
        around(
            thing("season", "s"),
            """
            episode:a d:partOf season:s ; rdfs:label "Episode 10" .
            episode:b d:partOf season:s ; rdfs:label "Episode 9" .
            episode:c d:partOf season:s ; rdfs:label "Episode 1" .
            """);

    assertThat(all(season))
        .extracting(Neighbour::label)
        .containsExactly("Episode 1", "Episode 9", "Episode 10");
  }

  @Test
  void ofTooManyTheFirstOfEachKindAreToldAndThatItIsNotAll() {
    StringBuilder statements = new StringBuilder();
    IntStream.range(0, 2 * Neighbourhood.MOST)
        .forEach(i -> statements.append("season:s d:features track:t%d .%n".formatted(i)));
    statements.append("season:s d:features person:ann .\n");

    Neighbourhood season = around(thing("season", "s"), statements.toString());

    assertThat(all(season)).hasSize(Neighbourhood.MOST);
    assertThat(season.groups()).extracting(Group::kind).containsExactly("person", "track");
    assertThat(season.cut()).isTrue();
  }

  @Test
  void theWorkCanBeEnded() {
    Graph graph = graph("film:one d:continues film:two .");

    assertThatThrownBy(() ->
            Neighbourhood.of(
                graph,
                thing("film", "one"),
                _ -> {
                  throw new IllegalStateException("enough");
                }))
        .hasMessage("enough");
  }
}
