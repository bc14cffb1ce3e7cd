package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.ingest.Ingest.Result;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedBeforeTest {

  private static final Node GRAPH = NodeFactory.createURI("https://example.org/g");

  @TempDir private Path folder;

  private static Result write(DataFolder data, String key, String value) throws IOException {
    Once once = new Once(Sha256.of(key), Sha256.of(value));
    Quad quad = Quad.create(GRAPH, GRAPH, GRAPH, NodeFactory.createLiteralString(value));
    return new Ingest(data.log(), data.history().store(), Rules.NONE)
        .<RuntimeException>change(
            new Writer("ann", _ -> true, Optional.of(once)),
            "a change",
            "/update",
            List.of(),
            Allowance.UNBOUNDED,
            draft -> {
              draft.add(quad);
              draft.answer("as version " + draft.version().next());
            });
  }

  private DataFolder open() throws IOException {
    return DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system());
  }

  @Test
  void whatIsAskedForAgainAfterARestartIsNotDoneAgain() throws IOException {
    try (DataFolder data = open()) {
      assertThat(write(data, "key", "one")).isInstanceOf(Result.Accepted.class);
      assertThat(write(data, "another", "two")).isInstanceOf(Result.Accepted.class);
    }
    PathUtils.deleteDirectory(folder.resolve("store"));
    try (DataFolder data = open()) {
      assertThat(write(data, "key", "one"))
          .isEqualTo(new Result.Repeated(new Version(1), "as version 1"));
      assertThat(data.log().head()).isEqualTo(new Version(2));
    }
  }

  @Test
  void aKeyThatStoodForSomethingElseIsRefusedAfterARestart() throws IOException {
    try (DataFolder data = open()) {
      write(data, "key", "one");
    }
    try (DataFolder data = open()) {
      assertThat(write(data, "key", "two")).isInstanceOf(Result.Refused.class);
      assertThat(data.log().head()).isEqualTo(new Version(1));
    }
  }
}
