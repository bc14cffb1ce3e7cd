package org.dramatis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.dramatis.query.answer.Answer;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.answer.AnswerWriter;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.RemoteService;
import org.dramatis.query.federation.AllowedEndpoints;
import org.dramatis.query.federation.RawEndpoint;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

  private static final Store STORE =
      Graphs.store("GRAPH :g { :a :at <http://data.invalid/sparql> . :b :at 1 . }");

  private RawEndpoint remote;

  @BeforeEach
  void listen() throws IOException {
    remote = new RawEndpoint();
    remote.onJson("/sparql", json("o", "uri", "http://example.org/there"));
  }

  @AfterEach
  void close() throws IOException {
    remote.close();
  }

  private static String json(String variable, String type, String value) {
    return """
    {"head": {"vars": ["%1$s", "s"]},
     "results": {"bindings": [{"%1$s": {"type": "%2$s", "value": "%3$s"}}]}}
    """
        .formatted(variable, type, value);
  }

  private String ask(String query) throws IOException, QueryFailedException {
    return ask(query, Duration.ofSeconds(20));
  }

  private String ask(String query, Duration time) throws IOException, QueryFailedException {
    AllowedEndpoints endpoints =
        AllowedEndpoints.of(List.of(remote.entry(), "http://data.invalid/"));
    QueryRunner runner = new QueryRunner(STORE, time, endpoints);
    String text = Graphs.query(query.replace("<there", "<" + remote.address("")));
    return runner.run(
        Sparql.parse(text, endpoints),
        (version, answer) -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          AnswerWriter.write(answer, AnswerFormat.CSV, out);
          return out.toString(StandardCharsets.UTF_8);
        });
  }

  private QueryProblem problem(String query) {
    return assertThrows(QueryFailedException.class, () -> ask(query)).problem();
  }

  @Test
  void whereNothingIsAllowedServiceIsRefusedEvenSilently() {
    for (String silent : List.of("", "SILENT ")) {
      String query = "SELECT * { SERVICE " + silent + "<http://data.invalid/> { ?s ?p ?o } }";
      QueryFailedException failed =
          assertThrows(QueryFailedException.class, () -> Sparql.parse(query));
      assertThat(failed.problem()).isInstanceOf(QueryProblem.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://other.invalid/> { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <http://other.invalid/> } SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { BIND (IRI('http://other.invalid/') AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { :b :at ?x SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE ?x { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE <http://other.invalid/> { ?s ?p ?o } } }",
        "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
        "SELECT * { SERVICE <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"
      })
  void whatIsNotOnTheListIsRefused(String query) {
    assertThat(problem(query)).isInstanceOf(QueryProblem.Refused.class);
    assertThat(remote.requests()).isEmpty();
  }

  @Test
  void theRowsOfAnotherServiceAreJoined() throws Exception {
    assertThat(ask("SELECT ?s ?o { ?s :at 1 SERVICE <there/sparql> { ?x :p ?o } }"))
        .isEqualTo("s,o\r\nhttp://example.org/b,http://example.org/there\r\n");
  }

  @Test
  void theOtherServiceIsToldWhatIsKnownOfARow() throws Exception {
    ask("SELECT * { ?s :at 1 SERVICE <there/sparql> { ?s :p ?o FILTER REGEX(?o, 'a') } }");
    assertThat(remote.requests().getFirst())
        .contains("%3Chttp%3A%2F%2Fexample.org%2Fb%3E", "regex");
  }

  @Test
  void aVariableThatWasNotAskedForIsNotTaken() throws Exception {
    remote.onJson("/sparql", json("s", "uri", "http://example.org/evil"));
    assertThat(ask("SELECT * { ?s :at 1 SERVICE <there/sparql> { ?x :p ?o } }"))
        .contains("http://example.org/b")
        .doesNotContain("evil");
  }

  @Test
  void aVariableCanNameTheService() throws Exception {
    assertThat(ask("SELECT ?o { VALUES ?x { <there/sparql> } SERVICE ?x { ?y :p ?o } }"))
        .contains("http://example.org/there");
  }

  @Test
  void aSubQueryOfAServiceKeepsItsNames() throws Exception {
    assertThat(
            ask(
                "SELECT ?o { SERVICE <there/sparql> { SELECT ?o { ?x :p ?o { SELECT ?x { ?x :q ?z } } } } }"))
        .contains("http://example.org/there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing", "/html", "/cut", "/wrong", "/boolean", "/xxe", "/deep"})
  void whatGivesNoUsableAnswerIsAFailure(String path) {
    prepareFailures();
    assertThat(problem("SELECT * { SERVICE <there" + path + "> { ?s ?p ?o } }"))
        .as(path)
        .isInstanceOf(QueryProblem.ServiceFailed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing", "/html", "/cut", "/wrong", "/boolean", "/xxe", "/deep"})
  void silentlyItLeavesTheRowAsItWas(String path) throws Exception {
    prepareFailures();
    assertThat(ask("SELECT ?s ?o { ?s :at 1 SERVICE SILENT <there" + path + "> { ?x ?p ?o } }"))
        .as(path)
        .isEqualTo("s,o\r\nhttp://example.org/b,\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<http://data.invalid/>", "<http://other.invalid/>", "?nobody", "?at"})
  void silentlyAServiceThatCannotBeReachedOrIsNotAllowedLeavesTheRowAsItWas(String service)
      throws Exception {
    assertThat(
            ask(
                "SELECT ?s ?o { ?s :at ?at FILTER (?at = 1) SERVICE SILENT "
                    + service
                    + " { ?x ?p ?o } }"))
        .isEqualTo("s,o\r\nhttp://example.org/b,\r\n");
  }

  private void prepareFailures() {
    String xml = "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+xml\r\n\r\n";
    remote
        .on("/html", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
        .onJson("/cut", json("o", "uri", "http://example.org/there").substring(0, 70))
        .onJson("/wrong", "[1, 2, 3]")
        .onJson("/boolean", "{\"head\": {}, \"boolean\": true}")
        .on(
            "/xxe",
            xml
                + "<!DOCTYPE s [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<sparql xmlns='http://www.w3.org/2005/sparql-results#'><head><variable name='o'/>"
                + "</head><results><result><binding name='o'><literal>&e;</literal></binding>"
                + "</result></results></sparql>")
        .onJson(
            "/deep",
            "{\"head\": {\"vars\": [\"o\"]}, \"results\": {\"bindings\": [{\"o\": "
                + "{\"type\": \"triple\", \"value\": {\"subject\": ".repeat(100_000));
  }

  @Test
  void silenceIsNoWayAroundTheTimeLimit() {
    remote.onSilence("/silent");
    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () ->
                ask(
                    "SELECT * { SERVICE SILENT <there/silent> { ?s ?p ?o } }",
                    Duration.ofMillis(400)));
    assertThat(failed.problem()).isInstanceOf(QueryProblem.OutOfTime.class);
  }

  @Test
  void whatAServiceSendsIsChargedWhileItIsRead() {
    String endless = "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n";
    remote.on("/much", endless + " ".repeat(1_000_000) + "[");
    Budget budget = Budget.of(Duration.ofSeconds(20), 1_000_000);
    AllowedEndpoints endpoints = AllowedEndpoints.of(List.of(remote.entry()));
    String query =
        Graphs.query(
            "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }".formatted(remote.address("/much")));

    QueryFailedException failed =
        assertThrows(
            QueryFailedException.class,
            () ->
                new QueryRunner(STORE, Duration.ofSeconds(20), endpoints)
                    .run(
                        Sparql.parse(query, endpoints),
                        budget,
                        (_, answer) -> ((Answer.Rows) answer).rows().hasNext()));

    assertThat(failed.problem()).isInstanceOf(QueryProblem.OutOfMemory.class);
    assertThat(budget.used()).isLessThan(2_000_000);
  }

  @Test
  void aQuerySendsNoMoreThanItsShareOfRequests() {
    String rows = "VALUES (?a ?b) { " + "(1 1) ".repeat(RemoteService.MOST_REQUESTS + 1) + "}";
    assertThat(problem("SELECT * { " + rows + " SERVICE <there/sparql> { ?a :p ?o } }"))
        .isInstanceOf(QueryProblem.Refused.class);
    assertThat(remote.requests()).hasSize(RemoteService.MOST_REQUESTS);
  }
}
