package org.dramatis.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The indexes of a TDB2 database. Each holds every statement in another order, and a query reads
 * whichever suits it, so that they have to agree.
 */
final class TdbIndexes {

  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final int HALF = 32;

  private TdbIndexes() {}

  /**
   * What one index holds, whatever its order.
   *
   * @param sum of the digests of the statements, so that one that is there twice counts twice
   */
  private record Content(String name, long count, long sum) {

    static Content of(TupleIndex index) {
      long count = 0;
      long sum = 0;
      for (Tuple<NodeId> statement : (Iterable<Tuple<NodeId>>) index::all) {
        count++;
        sum += digest(statement);
      }
      return new Content(index.getName(), count, sum);
    }

    boolean isSameAs(Content other) {
      return count == other.count && sum == other.sum;
    }

    private static long digest(Tuple<NodeId> statement) {
      long digest = 0;
      for (NodeId term : statement) {
        digest = (digest ^ term.hashCode()) * FACTOR;
        digest ^= digest >>> HALF;
      }
      return digest;
    }
  }

  /** How they differ, while the database is being read; empty if they do not. */
  static Optional<String> disagreement(DatasetGraph database) {
    DatasetGraphTDB tables = TDBInternal.getDatasetGraphTDB(database);
    return Stream.of(tables.getTripleTable(), tables.getQuadTable())
        .map(table -> table.getNodeTupleTable().getTupleTable().getIndexes())
        .flatMap(indexes -> disagreement(indexes).stream())
        .findFirst();
  }

  private static Optional<String> disagreement(TupleIndex[] indexes) {
    List<Content> contents = Arrays.stream(indexes).map(Content::of).toList();
    if (contents.stream().allMatch(contents.getFirst()::isSameAs)) {
      return Optional.empty();
    }
    return Optional.of(
        contents.stream()
            .map(content -> content.name() + " " + content.count())
            .collect(Collectors.joining(", ")));
  }
}
