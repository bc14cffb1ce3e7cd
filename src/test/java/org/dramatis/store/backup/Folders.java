package org.dramatis.store.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.store.DataFolder;
import org.dramatis.store.Snapshot;

/** Folders of data for tests. */
final class Folders {

  static final Node IRI = NodeFactory.createURI("https://example.org/x");

  private Folders() {}

  static DataFolder open(Path folder) throws IOException {
    return DataFolder.open(folder, DefaultGraph.UNION, InstantSource.system());
  }

  static Quad quad(String value) {
    return Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString(value));
  }

  /** Each value takes the place of the one before it. */
  static void write(Path folder, String... values) throws IOException {
    try (DataFolder data = open(folder)) {
      for (String value : values) {
        write(data, value);
      }
    }
  }

  static void write(DataFolder data, String value) {
    List<Quad> before = data.history().store().read(Folders::statements);
    Change change =
        new Change(
            "tests",
            "wrote " + value.substring(0, Math.min(20, value.length())),
            List.of(quad(value)),
            before,
            Set.of(NodeFactory.createURI("https://example.org/" + data.log().head())),
            Set.of());
    data.history().store().apply(data.log().append(change));
  }

  private static List<Quad> statements(Snapshot snapshot) {
    return Iter.toList(snapshot.statements());
  }

  static List<Quad> newest(Path folder) throws IOException {
    try (DataFolder data = open(folder)) {
      return data.history().store().read(Folders::statements);
    }
  }
}
