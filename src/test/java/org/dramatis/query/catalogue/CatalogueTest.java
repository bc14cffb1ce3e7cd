package org.dramatis.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Problem;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final String HEAD =
      """
      #+ summary: Who sings?
      #+ description: Everybody who sings.
      """;

  @TempDir private Path folder;

  @Test
  void theHeadTellsTitleDescriptionAndTags() throws Exception {
    write(
        "cast/who-sings.rq",
        """
        #+ summary: Who sings?
        #+ description: >
        #+   Everybody who sings,
        #+   in one row each.
        #+ tags:
        #+   - music
        #+   - cast
        SELECT * { ?who <http://example.org/sings> ?what }
        """);

    PublishedQuery query = load().find("who-sings");

    assertThat(query.path()).isEqualTo("cast/who-sings");
    assertThat(query.title()).isEqualTo("Who sings?");
    assertThat(query.description()).isEqualTo("Everybody who sings, in one row each.");
    assertThat(query.tags()).containsExactly("music", "cast");
    assertThat(query.parameters()).isEmpty();
    assertThat(query.unaided()).contains("SELECT * { ?who <http://example.org/sings> ?what }\n");
  }

  @Test
  void theHeadAlsoTellsPagesMethodAndValues() throws Exception {
    write(
        "cast/paged.rq",
        HEAD
            + """
            #+ pagination: 100
            #+ method: GET
            #+ enumerate:
            #+   - who
            #+   - what: [a, b]
            SELECT ?n { ?_who_iri <http://example.org/sings> ?_what ; <http://example.org/n> ?n }
            """);

    PublishedQuery query = load().find("paged");

    assertThat(query.pagination()).hasValue(100);
    assertThat(query.methods()).containsExactly("GET");
    assertThat(query.parameters())
        .extracting(Parameter::choices)
        .satisfiesExactly(
            who -> assertThat(who).isInstanceOf(Choices.Offered.class),
            what ->
                assertThat(what)
                    .isInstanceOfSatisfying(
                        Choices.Listed.class, listed -> assertThat(listed.values()).hasSize(2)));
    assertThrows(
        QueryFailedException.class,
        () -> query.with(Map.of("who", "http://x.example/", "what", "c")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pagination: 0      | not a number of rows
          pagination: many   | not a number of rows
          method: PUT        | neither GET nor POST
          enumerate: who     | not a list
          enumerate: [{who: a}] | neither 'name' nor 'name: [a, b]'
          enumerate: [nobody] | has values for 'nobody'
          enumerate: [{who: [no iri]}] | lists a bad value
          """)
  void whatTheHeadSaysWronglyIsReported(String decorator, String reason) throws Exception {
    write(
        "cast/wrong.rq",
        HEAD
            + "#+ "
            + decorator
            + "\n"
            + "SELECT ?n { ?_who_iri <http://example.org/sings> ?n }\n");

    assertThat(Catalogue.load(folder).problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(reason));
  }

  @Test
  void aGraphHasNoPages() throws Exception {
    write("cast/graph.rq", HEAD + "#+ pagination: 10\nCONSTRUCT WHERE { ?s ?p ?o }\n");

    assertThat(Catalogue.load(folder).problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("has no rows"));
  }

  @Test
  void noParameterIsCalledLikeAnOptionOfTheAnswer() throws Exception {
    write("cast/format.rq", HEAD + "SELECT * { ?s ?p ?_format }\n");

    assertThat(Catalogue.load(folder).problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains("how the answer is sent"));
  }

  @Test
  void variablesByTheConventionAreParameters() throws Exception {
    write(
        "cast/typed.rq",
        HEAD
            + """
            #+ defaults:
            #+   - count: 3
            #+   - share: 2.50
            SELECT ?s {
              ?s ?p ?_person_iri, ?_count_integer, ?_share_decimal, ?_day_date, ?_flag_boolean .
              ?s ?p ?_title_en, ?_name, ?__maybe_iri .
            }
            """);

    PublishedQuery query = load().find("cast/typed");

    assertThat(query.parameters())
        .extracting(Parameter::name)
        .containsExactly("person", "count", "share", "day", "flag", "title", "name", "maybe");
    assertThat(query.unaided()).isEmpty();
    assertThat(term(query, "share").toString()).contains("2.50");
    Query filled =
        query.with(
            Map.of(
                "person", "person:ann",
                "day", "2022-07-29",
                "flag", "true",
                "title", "Song",
                "name", "Ann"));
    assertThat(filled.toString())
        .contains(
            "<https://w3id.org/dramatis/id/person/ann>",
            "\"2022-07-29\"^^<http://www.w3.org/2001/XMLSchema#date>",
            "\"Song\"@en",
            "\"Ann\"",
            "2.50",
            "?__maybe_iri");
  }

  private static Node term(PublishedQuery query, String name) {
    return query.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .flatMap(parameter -> parameter.defaultValue().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aValueReachesEveryCornerOfTheQuery() throws Exception {
    write(
        "cast/corners.rq",
        HEAD
            + """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            CONSTRUCT { ?c ?p <<( ?_x_iri ?p ?o )>> . ?_x_iri ?p ?o ~ ?c } WHERE {
              ?c rdf:reifies <<( ?_x_iri ?p <<( ?_x_iri ?p ?o )>> )>> .
              { SELECT ?o { ?_x_iri ?p ?o FILTER(?o != ?_x_iri) } }
              GRAPH ?_x_iri { ?a ?b ?_x_iri }
              OPTIONAL { ?_x_iri (?p) ?z } MINUS { ?_x_iri ?p 1 }
              FILTER EXISTS { ?s ?p ?_x_iri FILTER NOT EXISTS { ?_x_iri ?q ?r } }
              BIND(STR(?_x_iri) AS ?text)
            }
            """
                .replace("(?p)", "?p"));

    String filled = load().find("corners").with(Map.of("x", "http://example.org/x")).toString();

    assertThat(filled).doesNotContain("_x_iri");
    assertThat(filled.split("<http://example.org/x>", -1)).hasSize(14 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/x> ?p ?o } #",
        "http://example.org/x>",
        "not absolute",
        "relative/path",
        "",
        "javascript alert",
        "http://example.org/{x}",
        "http://example.org/a b",
        "http://example.org/\"",
      })
  void anIriThatWouldBeSyntaxIsRefused(String value) throws Exception {
    write("cast/person.rq", HEAD + "SELECT * { ?_person_iri ?p ?o }");
    PublishedQuery query = load().find("person");

    QueryProblem problem =
        assertThrows(QueryFailedException.class, () -> query.with(Map.of("person", value)))
            .problem();

    assertThat(problem)
        .asInstanceOf(type(QueryProblem.BadParameter.class))
        .satisfies(bad -> {
          assertThat(bad.parameter()).isEqualTo("person");
          assertThat(bad.message()).contains("is not an IRI");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/x#y, http://example.org/x#y",
    "urn:isbn:9780000000000, urn:isbn:9780000000000",
    "http://example.org/%C3%A9?a=b&c=d, http://example.org/%C3%A9?a=b&c=d",
    "http://example.org/é, http://example.org/é",
    "person:ann, https://w3id.org/dramatis/id/person/ann",
    "d:Claim, https://w3id.org/dramatis/ns#Claim",
  })
  void anIriOrAPrefixedNameIsTaken(String value, String iri) throws Exception {
    write("cast/person.rq", HEAD + "SELECT * { ?_person_iri ?p ?o }");

    assertThat(load().find("person").with(Map.of("person", value)).toString())
        .contains("<" + iri + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\" } ; DROP ALL #",
        "\\\" . ?s ?p ?o }",
        "'''\"\"\"",
        "line\nbreak } UNION { ?s ?p ?o",
        "\\u0022 } #",
        "?_other <<( >>",
      })
  void aTextIsNeverSyntax(String value) throws Exception {
    write("cast/text.rq", HEAD + "SELECT * { ?s ?p ?_text FILTER(STR(?p) != ?_text) }");
    PublishedQuery query = load().find("text");

    Query filled = query.with(Map.of("text", value));

    Query again = Sparql.parse(filled.toString());
    assertThat(again.toString()).isEqualTo(filled.toString());
    assertThat(again.getResultVars()).containsExactly("s", "p");
    assertThat(again.toString().split("UNION", -1))
        .as("the value stays inside its quotes")
        .hasSize(value.contains("UNION") ? 3 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "count_integer, 3.5, an integer",
    "count_integer, ' 3', an integer",
    "count_integer, three, an integer",
    "share_decimal, 1e3, a decimal number",
    "day_date, 29 July 2022, a date",
    "day_date, 2022-02-30, a date",
    "flag_boolean, yes, true or false",
  })
  void aValueOfAnotherTypeIsRefused(String suffix, String value, String expected) throws Exception {
    write("cast/typed.rq", HEAD + "SELECT * { ?s ?p ?_" + suffix + " }");
    PublishedQuery query = load().find("typed");
    String name = suffix.substring(0, suffix.indexOf('_'));

    assertThat(
            assertThrows(QueryFailedException.class, () -> query.with(Map.of(name, value)))
                .getMessage())
        .startsWith("parameter '" + name + "': '" + value + "' is not " + expected);
  }

  @Test
  void aMissingOrUnknownParameterIsNamed() throws Exception {
    write("cast/person.rq", HEAD + "SELECT * { ?_person_iri ?p ?o }");
    PublishedQuery query = load().find("person");

    assertThat(assertThrows(QueryFailedException.class, () -> query.with(Map.of())).getMessage())
        .isEqualTo("parameter 'person': a value is missing: an IRI");
    assertThat(
            assertThrows(QueryFailedException.class, () -> query.with(Map.of("persn", "x")))
                .getMessage())
        .isEqualTo("parameter 'persn': cast/person takes person");
  }

  @Test
  void aNameFindsAQueryWhereItIsUnique() throws Exception {
    write("cast/count.rq", HEAD + "SELECT * {}");
    write("music/count.rq", HEAD + "SELECT * {}");
    Catalogue catalogue = load();

    assertThat(catalogue.find("music/count").topic()).isEqualTo("music");
    assertThat(assertThrows(QueryFailedException.class, () -> catalogue.find("count")))
        .hasMessage("'count' may mean cast/count or music/count");
    assertThat(assertThrows(QueryFailedException.class, () -> catalogue.find("nothing")))
        .hasMessage("there is no published query 'nothing'");
    assertThat(catalogue.byTopic()).containsOnlyKeys("cast", "music");
  }

  @Test
  void everyProblemOfEveryFileIsReported() throws Exception {
    write("cast/unparsable.rq", HEAD + "SELECT * {\n  ?s ?p }");
    write("cast/no-head.rq", "SELECT * {}");
    write("cast/unknown-key.rq", HEAD + "#+ endpoint: http://example.org/\nSELECT * {}");
    write("cast/no-description.rq", "#+ summary: Who?\nSELECT * {}");
    write("cast/late.rq", HEAD + "SELECT * {}\n#+ tags: [a]");
    write("cast/not-yaml.rq", "#+ summary: a\n#+ description: [b\nSELECT * {}");
    write("cast/twice.rq", "#+ summary: a\n#+ summary: b\n#+ description: c\nSELECT * {}");
    write("cast/tagged.rq", HEAD + "#+ tags: [!!int 1]\nSELECT * {}");
    write("cast/service.rq", HEAD + "SELECT * { SERVICE <http://example.org/> {} }");
    write(
        "cast/bad-default.rq", HEAD + "#+ defaults:\n#+   - n: x\nSELECT * { ?s ?p ?_n_integer }");
    write("cast/no-parameter.rq", HEAD + "#+ defaults:\n#+   - m: 1\nSELECT * { ?s ?p ?o }");
    write("cast/bad-name.rq", HEAD + "SELECT * { ?s ?p ?_n_integr }");
    write("cast/both.rq", HEAD + "SELECT * { ?s ?p ?_n_integer, ?_n_iri }");
    write(
        "cast/assigned.rq",
        HEAD + "#+ defaults:\n#+   - n: x\nSELECT * { BIND(1 AS ?_n) ?s ?p ?_n }");
    write("cast/values.rq", HEAD + "SELECT ?s { ?s ?p ?_n } VALUES ?_n { 1 }");
    write("cast/projected.rq", HEAD + "SELECT ?_n { ?s ?p ?_n }");
    write("cast/sorted.rq", HEAD + "SELECT ?s { ?s ?p ?_n } ORDER BY ?_n");
    write("cast/Capital.rq", HEAD + "SELECT * {}");
    write("lonely.rq", HEAD + "SELECT * {}");
    Files.write(
        folder.resolve("cast/latin1.rq"),
        "#+ summary: caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
    write("cast/fine.rq", HEAD + "SELECT * {}");

    List<String> messages =
        ((Outcome.Refused<Catalogue>) Catalogue.load(folder))
            .problems().stream().map(Problem::message).toList();

    assertProblem(messages, "unparsable.rq:4:9", "one of them is missing");
    assertProblem(messages, "no-head.rq:1", "no decorators");
    assertProblem(messages, "unknown-key.rq:1", "unknown decorator 'endpoint'");
    assertProblem(messages, "no-description.rq:1", "'description' is missing");
    assertProblem(messages, "late.rq:4", "after the head");
    assertProblem(messages, "not-yaml.rq:3", "not YAML");
    assertProblem(messages, "twice.rq", "summary");
    assertProblem(messages, "tagged.rq", "");
    assertProblem(messages, "service.rq", "SERVICE");
    assertProblem(messages, "bad-default.rq:1", "'x' is not an integer");
    assertProblem(messages, "no-parameter.rq:1", "default for 'm'");
    assertProblem(messages, "bad-name.rq", "?_n_integr");
    assertProblem(messages, "both.rq", "as ?_n_integer and as ?_n_iri");
    assertProblem(messages, "assigned.rq", "no value can be put");
    assertProblem(messages, "values.rq", "no value can be put");
    assertProblem(messages, "projected.rq", "no value can be put");
    assertProblem(messages, "sorted.rq", "no value can be put");
    assertProblem(messages, "Capital.rq", "<topic>/<name>.rq");
    assertProblem(messages, "lonely.rq", "<topic>/<name>.rq");
    assertProblem(messages, "latin1.rq", "UTF-8");
    assertThat(messages).hasSize(20).noneMatch(message -> message.contains("fine.rq"));
  }

  private static void assertProblem(List<String> messages, String place, String what) {
    assertThat(messages).anyMatch(message -> message.contains(place) && message.contains(what));
  }

  @Test
  void severalHavingConditionsWithParametersKeepApart() throws Exception {
    write(
        "cast/having.rq",
        HEAD
            + "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s"
            + " HAVING (COUNT(*) > ?_low_integer) (COUNT(*) < ?_high_integer)");

    String filled = load().find("having").with(Map.of("low", "3", "high", "9")).toString();

    assertThat(filled).contains("> 3", "< 9");
  }

  @Test
  void aFolderThatIsNotThereIsAProblem() {
    assertThat(Catalogue.load(folder.resolve("nowhere")).problems())
        .singleElement()
        .isInstanceOf(Problem.Unreadable.class);
  }

  private Catalogue load() {
    Outcome<Catalogue> outcome = Catalogue.load(folder);
    assertThat(outcome.problems()).isEmpty();
    return ((Outcome.Ok<Catalogue>) outcome).value();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
