package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Preview;
import org.dramatis.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shape and every check catches a small graph that breaks it, and lets one pass that comes
 * close. The graph to catch names in its first line what has to be found in it.
 */
class RuleProofTest {

  private static final Path PROJECT = Path.of("");
  private static final Path PROOFS = Path.of("src/test/resources/rules");
  private static final String EXPECTS = "# expects: ";

  private static final Rules RULES = RuleFiles.value(Rules.load(PROJECT));
  private static final Store ONTOLOGY = new MemoryStore();

  @BeforeAll
  static void loadTheOntology() throws IOException {
    Node name = NodeFactory.createURI(Namespaces.ONTOLOGY);
    List<Quad> quads =
        Stream.of("ontology", "ontology/schemes")
            .flatMap(folder -> RuleFiles.in(PROJECT.resolve(folder), ".ttl"))
            .flatMap(file -> read(file).quads().stream())
            .map(quad -> Quad.create(name, quad.asTriple()))
            .toList();
    Change change = new Change("tests", "The ontology", quads, List.of());
    ONTOLOGY.apply(new MemoryLog(() -> Instant.EPOCH).append(change));
  }

  static Stream<String> rules() {
    return RuleFiles.names();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void catchesWhatItIsThereFor(String rule) throws IOException {
    Path file = PROOFS.resolve(rule).resolve("catches.trig");
    List<Node> expected = expected(file);
    assertThat(expected).isNotEmpty();
    assertThat(faults(rule, file)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void letsPassWhatComesClose(String rule) {
    assertThat(faults(rule, PROOFS.resolve(rule).resolve("passes.trig"))).isEmpty();
  }

  @Test
  void everyRuleHasAProofAndEveryProofARule() throws IOException {
    try (Stream<Path> proofs = Files.list(PROOFS)) {
      assertThat(proofs.map(proof -> proof.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(RuleFiles.names().toList());
    }
  }

  @Test
  void theOntologyAloneKeepsEveryRule() {
    assertThat(
            ONTOLOGY.<List<Problem>>read(
                now -> RULES.problems(now.dataset(), origins("ontology"), Allowance.UNBOUNDED)))
        .isEmpty();
  }

  @Test
  void theSeedsKeepEveryRule() {
    Store store = new MemoryStore();
    Ingest ingest = new Ingest(new MemoryLog(() -> Instant.EPOCH), store, RULES);
    assertThat(problems(ingest.accept(RuleFiles.value(Seeds.read(PROJECT))))).isEmpty();
  }

  private static List<String> problems(Ingest.Result result) {
    return switch (result) {
      case Ingest.Result.Accepted(var _, List<Problem> warnings) ->
          warnings.stream().map(Problem::message).toList();
      case Ingest.Result.Refused(List<Problem> problems) ->
          problems.stream().map(Problem::message).toList();
      case Ingest.Result.Unchanged _, Ingest.Result.Repeated _ -> List.of("there are no seeds");
    };
  }

  /** What the rule finds fault with when the file is added to the ontology. */
  private static List<Node> faults(String rule, Path file) {
    return ONTOLOGY.read(now -> {
      Preview preview = new Preview(now);
      preview.apply(new Change("tests", "A proof", read(file).quads(), List.of()));
      return Stream.concat(byShape(rule, preview), byCheck(rule, preview)).toList();
    });
  }

  private static Stream<Node> byShape(String rule, DatasetGraph dataset) {
    Node shape = NodeFactory.createURI(RuleFiles.SHAPE + rule);
    return RULES.shapes().problems(dataset, origins(rule)).stream()
        .map(problem -> (Problem.ShapeViolation) problem)
        .filter(violation -> violation.shape().equals(shape))
        .map(Problem.ShapeViolation::focus);
  }

  /** In a check's answer the first column is what is at fault. */
  private static Stream<Node> byCheck(String rule, DatasetGraph dataset) {
    return RULES.checks().all().stream()
        .filter(check -> check.name().equals("ontology/checks/" + rule + ".rq"))
        .flatMap(check -> check.problems(dataset, origins(rule), Allowance.UNBOUNDED).stream())
        .map(problem -> ((Problem.CheckViolation) problem).row().values().iterator().next());
  }

  /** Where problems are laid does not matter here. */
  private static Origins origins(String file) {
    Node source = NodeFactory.createURI(Namespaces.source("proof"));
    return Origins.of(List.of(new Submission(source, "A proof", file, List.of())));
  }

  private static List<Node> expected(Path file) throws IOException {
    String line = Files.readAllLines(file).getFirst();
    assertThat(line).startsWith(EXPECTS);
    Map<String, String> prefixes = read(file).prefixes();
    return Stream.of(line.substring(EXPECTS.length()).split(" "))
        .map(name -> resolve(name, prefixes))
        .toList();
  }

  private static Node resolve(String name, Map<String, String> prefixes) {
    if (name.startsWith("<")) {
      return NodeFactory.createURI(name.substring(1, name.length() - 1));
    }
    int colon = name.indexOf(':');
    assertThat(prefixes).containsKey(name.substring(0, colon));
    return NodeFactory.createURI(
        prefixes.get(name.substring(0, colon)) + name.substring(colon + 1));
  }

  private static Reading read(Path file) {
    return RuleFiles.value(Document.of(file).then(RdfReader::read));
  }
}
