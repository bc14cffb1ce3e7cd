package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is probably not meant is told beside the answer, which stays the same. */
class WarningsIT {

  private static final String PREFIXES =
      """
      PREFIX d: <https://w3id.org/dramatis/ns#>
      PREFIX person: <https://w3id.org/dramatis/id/person/>
      PREFIX source: <https://w3id.org/dramatis/source/>
      PREFIX role: <https://w3id.org/dramatis/role/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT ?x ?y { ?x a d:Person }                          | never-bound       | ?y is selected
          SELECT ?persn { ?person a d:Person }                    | never-bound       | did you mean ?person?
          SELECT ?x { ?x a d:Person } ORDER BY ?z                 | never-bound       | ?z is sorted by
          SELECT ?x { ?x a d:Person FILTER(?name = "A") }         | never-bound       | ?name is compared
          CONSTRUCT { ?x a ?z } WHERE { ?x a d:Person }           | never-bound       | ?z stands in the template
          SELECT ?x { { SELECT ?x ?q { ?x a d:Person } } }        | never-bound       | ?q is selected
          SELECT ?x { ?x a d:Persn }                              | unknown-term      | did you mean d:Person?
          SELECT ?x { ?x a d:person }                             | unknown-term      | did you mean d:Person?
          SELECT ?x { ?x d:agnet ?y }                             | unknown-term      | did you mean d:agent?
          SELECT ?x { ?x d:agent/d:agnet ?y }                     | unknown-term      | did you mean d:agent?
          SELECT ?x { ?x rdfs:lable ?y }                          | unknown-predicate | did you mean rdfs:label?
          SELECT ?x { ?x <http://example.org/p> ?y }              | unknown-predicate | no statement has the predicate
          SELECT ?x { ?x a <http://example.org/C> }               | unknown-class     | nothing is of the class
          SELECT ?x { person:sofia-carsn rdfs:label ?x }          | unknown-iri       | did you mean person:sofia-carson?
          SELECT ?x { GRAPH source:public-recrd { ?x ?p ?o } }    | unknown-graph     | did you mean source:public-record?
          SELECT ?x FROM <http://example.org/g> { ?x a d:Person } | unknown-graph     | there is no graph
          SELECT ?x FROM NAMED source:no { GRAPH ?g { ?x ?p ?o } } | unknown-graph    | there is no graph
          SELECT ?x { ?x rdfs:label "Sofia Carson" }              | no-match          | did you mean %22Sofia Carson%22@en?
          SELECT ?x { ?x a d:Person MINUS { ?x d:agnet ?y } }     | unknown-term      | this MINUS removes nothing: the ontology has no term d:agnet; did you mean d:agent?
          SELECT ?x { ?x a d:Person MINUS { ?x a <http://example.org/C> } } | unknown-class | this MINUS removes nothing: nothing is of the class
          SELECT ?x { ?x a d:Person FILTER NOT EXISTS { ?x rdfs:lable ?y } } | unknown-predicate | this NOT EXISTS always holds, so that it removes nothing: no statement has the predicate rdfs:lable; did you mean rdfs:label?
          SELECT ?x { ?x a d:Person FILTER(1 = 1 && EXISTS { ?x d:agnet ?y }) } | unknown-term | this EXISTS never holds: the ontology has no term d:agnet
          SELECT ?x { ?x a d:Person OPTIONAL { ?x d:agnet ?y } }  | unknown-term      | this OPTIONAL adds nothing: the ontology has no term d:agnet
          SELECT ?x { ?x a d:Person OPTIONAL { ?x rdfs:label ?y MINUS { ?x d:agnet ?y } } } | unknown-term | this MINUS removes nothing: the ontology
          SELECT ?x { person:sofia-carson d:agnet* ?x }           | unknown-term      | this path never takes a step: the ontology has no term d:agnet
          SELECT ?x { person:sofia-carson (d:agnet/rdfs:label)? ?x } | unknown-term   | this path never takes a step: the ontology has no term d:agnet
          'SELECT ?x { person:sofia-carson (d:agnet|rdfs:label)* ?x }' | unknown-term   | "the ontology has no term d:agnet
          SELECT * { ?a d:agent ?b . ?c d:work ?e }               | cartesian-product | ?a ?b with ?c ?e
          SELECT * { ?a d:agent ?b . { ?c d:work ?e } }           | cartesian-product | ?a ?b with ?c ?e
          SELECT * { ?a d:agent ?b OPTIONAL { ?c d:work ?e } }    | cartesian-product | ?a ?b with ?c ?e
          SELECT * { ?a d:agent ?b { SELECT ?c { ?c d:work ?e } } } | cartesian-product | ?a ?b with ?c
          """)
  void whatIsProbablyNotMeantIsToldInAHeader(String query, String code, String text)
      throws Exception {
    HttpResponse<String> answer = ask(query);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Dramatis-Warning").orElse("none"))
        .startsWith(code + "; \"")
        .contains(text)
        .matches("[ -~]*");
  }

  @Test
  void aTermThatNoStatementHasYetIsNotTakenForAMistakeOfItself() throws Exception {
    assertThat(ask("SELECT ?x { ?x d:isni ?y }").headers().firstValue("Dramatis-Warning"))
        .hasValue("unknown-predicate; \"no statement has the predicate d:isni\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?x { ?x a d:Person }",
        "SELECT ?x (1 AS ?one) { ?x a d:Person } ORDER BY ?one",
        "SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (?n > 1) ORDER BY DESC(?n)",
        "SELECT * { ?a d:agent ?b . ?c d:work ?e FILTER(?a = ?c) }",
        "SELECT * { ?a d:agent ?b . BIND(?b AS ?c) ?f d:agent ?c }",
        "SELECT * { ?a d:agent ?b OPTIONAL { ?a d:character ?c } }",
        "SELECT * { VALUES ?r { role:actor } ?a d:agent ?b }",
        "SELECT * { person:sofia-carson rdfs:label ?l . ?a d:agent ?b }",
        "SELECT * { { ?a d:agent ?b } UNION { ?c d:work ?e } }",
        "SELECT * { ?a d:agent ?b { SELECT (COUNT(*) AS ?n) { ?c d:work ?e } } }",
        "SELECT ?x { ?x a d:Person FILTER NOT EXISTS { ?x d:agent ?y } }",
        "SELECT ?x { ?x a d:Person MINUS { ?x rdfs:label 'Nobody'@en } }",
        "SELECT ?x { ?x a d:Person FILTER NOT EXISTS { ?x rdfs:label 'Nobody'@en } }",
        "SELECT ?x { person:sofia-carson d:agent* ?x }",
        "SELECT ?x { ?x a d:Person } VALUES ?x { person:sofia-carson }",
        "SELECT ?g { GRAPH ?g { ?x a d:Person } }",
        "SELECT ?c { ?s d:agent ?o ~ ?c }",
        "ASK {}",
        "DESCRIBE person:sofia-carson",
      })
  void whatIsMeantIsNotWarnedOf(String query) throws Exception {
    HttpResponse<String> answer = ask(query);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Dramatis-Warning")).isEmpty();
  }

  @Test
  void thePageShowsThem() throws Exception {
    String query = "SELECT ?x ?y { ?x a d:Persn }";

    String page =
        ProjectServer.server()
            .get("/sparql?query=" + encode(PREFIXES + query), "Accept", "text/html")
            .body();

    assertThat(page)
        .contains(
            "<ul class=\"warnings\"",
            "<li>?y is selected, but nothing gives it a value</li>",
            "the ontology has no term d:Persn; did you mean d:Person?");
  }

  @Test
  void aRepeatedQuestionIsWarnedOfAgain() throws Exception {
    String query = "SELECT ?nobody { ?x a d:Person }";

    String first = ask(query).headers().firstValue("Dramatis-Warning").orElseThrow();

    assertThat(ask(query).headers().firstValue("Dramatis-Warning")).hasValue(first);
  }

  private static HttpResponse<String> ask(String query) throws Exception {
    return ProjectServer.server().get("/sparql?query=" + encode(PREFIXES + query));
  }
}
