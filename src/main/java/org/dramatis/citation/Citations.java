package org.dramatis.citation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * All cited queries: a log of their own, in statements of RDF, and what it says in memory. Nothing
 * is ever taken out of it.
 */
public final class Citations {

  private final ChangeLog log;
  private final InstantSource clock;
  private final int most;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<Sha256, CitedQuery> queries = new ConcurrentHashMap<>();

  /**
   * Reads what a log holds.
   *
   * @param most how many queries it may hold; those that are there stay
   */
  public Citations(ChangeLog log, InstantSource clock, int most) {
    this.log = log;
    this.clock = clock;
    this.most = most;
    try (Stream<Entry> entries = log.after(Version.NONE)) {
      entries.forEach(this::read);
    }
  }

  private void read(Entry entry) {
    List<Triple> statements = new ArrayList<>();
    entry.change().added().forEach(quad -> statements.add(quad.asTriple()));
    List<CitationStatements.Said> said = CitationStatements.Said.of(statements);
    said.stream()
        .filter(each -> !each.isPin())
        .forEach(each -> queries.put(each.hash(), each.query()));
    said.stream()
        .filter(CitationStatements.Said::isPin)
        .forEach(
            each -> queries.computeIfPresent(each.hash(), (_, query) -> query.with(each.pin())));
  }

  /** How many queries were cited. */
  public int size() {
    return queries.size();
  }

  /** The query of this name, if it was cited. */
  public Optional<CitedQuery> find(Sha256 hash) {
    return Optional.ofNullable(queries.get(hash));
  }

  /**
   * A query that is about to be cited.
   *
   * @param normal what it is
   * @param text the query as it was sent
   * @param published topic and name of the published query that is cited, if it is one
   * @param author who cites it, for the log
   */
  public record Candidate(
      NormalQuery normal, String text, Optional<String> published, String author) {

    private CitedQuery at(Instant cited) {
      Optional<String> note =
          normal.dependentOnOrder().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "The answer may follow the order in which rows come, which is not part of the data: "
                      + String.join(", ", new TreeSet<>(normal.dependentOnOrder())));
      return new CitedQuery(
          normal.hash(), normal.text(), text, published, note, cited, new TreeMap<>());
    }
  }

  /**
   * What became of a citation.
   *
   * @param query the query with all its answers
   * @param pin the answer that was cited
   * @param isNew whether the answer was cited for the first time
   */
  public record Cited(CitedQuery query, Pin pin, boolean isNew) {}

  /** Whether there is room for one more query. */
  public boolean isFull() {
    return queries.size() >= most;
  }

  /**
   * Writes a query and its answer down, unless they are there already; what was said first stays.
   *
   * @return nothing if there is no room for one more query
   * @throws org.dramatis.log.LogException if it could not be kept
   */
  public Optional<Cited> cite(
      Candidate candidate, Version version, Sha256 id, Instant time, Result result) {
    oneAtATime.lock();
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Pin pin = new Pin(version, id, time, Optional.of(now), result.hash(), result.rows());
      Optional<CitedQuery> known = find(candidate.normal().hash());
      if (known.isEmpty() && isFull()) {
        return Optional.empty();
      }
      Optional<Pin> pinned = known.flatMap(query -> query.pin(version));
      if (pinned.isPresent()) {
        return Optional.of(new Cited(known.get(), pinned.get(), false));
      }
      CitedQuery query =
          known.map(before -> before.with(pin)).orElseGet(() -> candidate.at(now).with(pin));
      List<Triple> statements = new ArrayList<>(CitationStatements.of(query, pin));
      if (known.isEmpty()) {
        statements.addAll(CitationStatements.of(query));
      }
      log.append(change(candidate.author(), query, version, statements));
      queries.put(query.hash(), query);
      return Optional.of(new Cited(query, pin, true));
    } finally {
      oneAtATime.unlock();
    }
  }

  private static Change change(
      String author, CitedQuery query, Version version, List<Triple> statements) {
    return new Change(
        author,
        "Cited %s at version %s".formatted(query.hash(), version),
        statements.stream().map(each -> Quad.create(Quad.defaultGraphIRI, each)).toList(),
        List.of());
  }

  /** All that is said of a query. */
  public static List<Triple> statements(CitedQuery query) {
    return CitationStatements.of(query);
  }

  /** All that is said of an answer to it. */
  public static List<Triple> statements(CitedQuery query, Pin pin) {
    return CitationStatements.of(query, pin);
  }
}
