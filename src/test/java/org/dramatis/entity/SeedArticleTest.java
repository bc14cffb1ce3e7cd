package org.dramatis.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Rules;
import org.dramatis.ingest.Seeds;
import org.dramatis.ingest.Submission;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Properties;
import org.dramatis.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The seed article, whose words are not in this repository, against the graph that cites them. */
@EnabledIfEnvironmentVariable(
    named = "DRAMATIS_ARTICLE",
    matches = ".+",
    disabledReason = "the seed article's text is not at hand; name its file in DRAMATIS_ARTICLE")
class SeedArticleTest {

  private static final Node ARTICLE =
      NodeFactory.createURI(Namespaces.source("purple-hearts-season-2"));

  @Test
  void everyPassageStandsWhereTheGraphSays() throws Exception {
    byte[] text = Files.readAllBytes(Path.of(System.getenv("DRAMATIS_ARTICLE")));
    List<Submission> seeds = ((Outcome.Ok<List<Submission>>) Seeds.read(Path.of(""))).value();
    MemoryStore store = new MemoryStore();
    new Ingest(new MemoryLog(InstantSource.system()), store, Rules.NONE).accept(seeds);
    store.read(now -> {
      Outcome<Report> outcome = Evidence.verify(now.dataset(), ARTICLE, "the article", text);
      assertThat(outcome.problems()).isEmpty();
      Report report = ((Outcome.Ok<Report>) outcome).value();
      assertThat(report.problems()).isEmpty();
      assertThat(report.verified())
          .as("every passage that the graph has of the article")
          .isNotEmpty()
          .hasSize(
              now.dataset()
                  .getDefaultGraph()
                  .find(Node.ANY, Properties.DOCUMENT, ARTICLE)
                  .toList()
                  .size());
      return report;
    });
  }
}
