package org.dramatis.query;

import java.util.Random;
import org.dramatis.store.Store;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators that are replaced here answer as those of Jena. */
class OperatorsTest {

  private static final Store STORE = Graphs.store(data());

  private final SameAsJena jena = new SameAsJena(STORE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT ?o { ?s ?p ?o }",
        "SELECT REDUCED ?p { ?s ?p ?o FILTER(?p = :p) }",
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT *) AS ?m) { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) (SUM(?o) AS ?s) (AVG(?o) AS ?a) (MIN(?o) AS ?i) { ?x :none ?o }",
        "SELECT ?s (COUNT(?o) AS ?n) (COUNT(DISTINCT ?o) AS ?m) { ?s ?p ?o } GROUP BY ?s",
        "SELECT ?s (SUM(?o) AS ?n) (SUM(DISTINCT ?o) AS ?m) { ?s :v ?o } GROUP BY ?s",
        "SELECT ?s (AVG(?o) AS ?n) (AVG(DISTINCT ?o) AS ?m) { ?s :v ?o } GROUP BY ?s",
        "SELECT ?s (MIN(?o) AS ?n) (MAX(DISTINCT ?o) AS ?m) { ?s :v ?o } GROUP BY ?s",
        "SELECT (SUM(DISTINCT ?o) AS ?n) (MIN(DISTINCT STR(?o)) AS ?m) { ?s ?p ?o }",
        "SELECT (GROUP_CONCAT(?o) AS ?n) { SELECT ?o { ?s :v ?o } ORDER BY ?o }",
        "SELECT (GROUP_CONCAT(DISTINCT ?o; SEPARATOR=', ') AS ?n) { SELECT ?o { ?s :v ?o } ORDER BY ?o }",
        "SELECT (GROUP_CONCAT(?o) AS ?n) (SAMPLE(?o) AS ?m) { ?s :none ?o }",
        "SELECT (GROUP_CONCAT(?u) AS ?n) { ?s :v ?o OPTIONAL { ?s :none ?u } }",
        "SELECT ?k { ?s :v ?o } GROUP BY (?o > 5 AS ?k) HAVING (COUNT(*) > 1)",
        "SELECT ?x { ?s :none ?o } GROUP BY ?x",
        "SELECT * { { ?a :p ?b } MINUS { ?b :q ?a } }",
        "SELECT * { { ?a :p ?b } MINUS { ?a :q ?c } }",
        "SELECT * { { ?a :p ?b } MINUS { ?x :q ?y } }",
        "SELECT * { ?a :p ?b MINUS { ?a :q ?x OPTIONAL { ?x :p ?b } } }",
        "SELECT * { { SELECT ?a ?b { ?a :p ?b } } { SELECT ?b ?c { ?b :q ?c } } }",
        "SELECT * { { SELECT ?a { ?a :p ?b } } { SELECT ?c { ?c :q ?d } } }",
        "SELECT * { { ?a :p ?b OPTIONAL { ?b :q ?c } } { ?a :q ?d OPTIONAL { ?d :p ?c } } }",
        "SELECT * { { SELECT ?a ?b { ?a :p ?b } } OPTIONAL { SELECT ?b ?c { ?b :q ?c } } }",
        "SELECT * { ?a :p ?b OPTIONAL { { ?b :q ?c } UNION { ?b :v ?c } FILTER(?a != ?c) } }",
        "SELECT * { ?a :p ?b VALUES (?a ?b) { (:n1 UNDEF) (UNDEF :n2) (:n3 :n4) } }",
        "SELECT * { VALUES ?v { 1 2 3 } ?a :v ?v }",
        "SELECT * { ?a :v ?v } VALUES ?v { 1 2 3 }",
        "SELECT * { GRAPH ?g { ?a :p ?b } GRAPH ?h { ?a :q ?c } }",
        "SELECT * { GRAPH ?g { { SELECT ?a (COUNT(*) AS ?n) { ?a :p ?b } GROUP BY ?a } } }",
        "SELECT * FROM :g1 { ?a :p ?b OPTIONAL { ?b :p ?c } }",
        "SELECT * FROM NAMED :g2 { GRAPH ?g { ?a :p+ ?b } }",
        "SELECT * { ?a :p ?b FILTER NOT EXISTS { ?b :q ?c FILTER(?c != ?a) } }",
        "SELECT * { ?a :p ?b FILTER(EXISTS { ?b :q ?c } || CONTAINS(STR(?a), '1')) }",
        "SELECT * { ?a :v ?v FILTER(?v IN (1, 2, 3) && ?a NOT IN (:n1, :n2)) }",
        "SELECT (CONCAT(STRBEFORE(STR(?a), 'n'), '|', STRAFTER(STR(?a), '/n')) AS ?x) { ?a :v ?v }",
        "SELECT (?v * ?v + ?v - 1 AS ?x) (IF(?v > 3, ?v / 2, COALESCE(?u, 'no')) AS ?y) { ?a :v ?v }",
        "SELECT (MD5(ENCODE_FOR_URI(REPLACE('01234567890123456789', '.', REPLACE('abcdefghij', '.', REPLACE('0123456789', '.', REPLACE('0123456789', '.', 'a \\u00e9\\U0001F600/')))))) AS ?x) {}",
        "SELECT (ENCODE_FOR_URI('a \\u00e9\\U0001F600/%'@en) AS ?x) (ENCODE_FOR_URI(1) AS ?y) {}",
        "SELECT (CONCAT('a'@en, 'b'@en) AS ?x) (CONTAINS('abc'@en, 'b') AS ?y) (STRAFTER('abc', '') AS ?z) {}",
        "SELECT * { ?a :p ?b . BIND(BNODE(STR(?a)) AS ?x) FILTER(isBlank(?x) && BOUND(?b)) BIND(1 AS ?one) MINUS { ?b :v 2 } } LIMIT 0",
      })
  void rowsAreThoseOfJena(String query) throws Exception {
    jena.check(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?a ?b { ?a :p ?b } ORDER BY ?a DESC(?b)",
        "SELECT ?a ?b { ?a :p ?b } ORDER BY DESC(STRLEN(STR(?a))) ?b ?a",
        "SELECT ?a ?b { ?a :p ?b } ORDER BY ?b ?a LIMIT 5",
        "SELECT ?a ?b { ?a :p ?b } ORDER BY ?b ?a LIMIT 5 OFFSET 3",
        "SELECT ?a ?b { ?a :p ?b } ORDER BY ?b ?a LIMIT 0",
        "SELECT DISTINCT ?b { ?a :p ?b } ORDER BY ?b LIMIT 3",
        "SELECT DISTINCT ?b { ?a :p ?b } ORDER BY DESC(?b)",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?n) ?s LIMIT 4",
        "SELECT ?o { ?s ?p ?o } ORDER BY ?o",
      })
  void orderIsThatOfJena(String query) throws Exception {
    jena.checkInOrder(query);
  }

  private static String data() {
    Random random = new Random(42);
    StringBuilder data = new StringBuilder();
    for (int graph = 1; graph <= 2; graph++) {
      data.append("GRAPH :g%d {".formatted(graph));
      for (int i = 0; i < 25; i++) {
        data.append(":n%d :p :n%d .".formatted(random.nextInt(8), random.nextInt(8)));
        data.append(":n%d :q :n%d .".formatted(random.nextInt(8), random.nextInt(8)));
        data.append(":n%d :v %d .".formatted(random.nextInt(8), random.nextInt(10)));
      }
      data.append("} ");
    }
    return data.toString();
  }
}
