package org.dramatis.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.model.Version;
import org.dramatis.store.Draft;
import org.dramatis.store.Preview;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import org.dramatis.store.WrongGraphException;

/**
 * The one way into the log: what is submitted is compared with what is there now, checked as part
 * of the whole dataset, and then committed as a whole or refused with every reason. The store is
 * not touched before that.
 */
public final class Ingest {

  private final ChangeLog log;
  private final Store store;
  private final Rules rules;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** What became of a submission. */
  public sealed interface Result {

    /** It was committed: an edit in one entry, submissions in one for each source that changes. */
    record Accepted(List<Entry> entries, List<Problem> warnings) implements Result {
      /** Copies the lists. */
      public Accepted {
        entries = List.copyOf(entries);
        warnings = List.copyOf(warnings);
      }
    }

    /** The dataset says this already, so nothing was committed. */
    record Unchanged(Version version) implements Result {}

    /** Nothing was committed, for at least one reason; warnings are listed along with it. */
    record Refused(List<Problem> problems) implements Result {
      /** Copies the list. */
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Brings the store up to the log's head, and lets nothing in that breaks the rules. */
  public Ingest(ChangeLog log, Store store, Rules rules) {
    this.log = log;
    this.store = store;
    this.rules = rules;
    catchUp();
  }

  /** Takes a document as the whole of what a source says from now on. */
  public Result accept(Node source, String message, Document document) {
    return switch (Submission.read(source, message, document)) {
      case Outcome.Ok<Submission> ok -> accept(List.of(ok.value()));
      case Outcome.Refused<Submission> refused -> new Result.Refused(refused.problems());
    };
  }

  /**
   * Takes several submissions, which are checked together, as the dataset will be after the last of
   * them. Each becomes a change of its own; if one is refused, all are.
   */
  public Result accept(List<Submission> submissions) {
    oneAtATime.lock();
    try {
      catchUp();
      return finish(store.read(snapshot -> plan(snapshot, submissions)));
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Does something to the dataset.
   *
   * @param <E> why it may fail, which then changes nothing
   */
  @FunctionalInterface
  public interface Edit<E extends Exception> {
    /** Writes to the draft, which nobody else sees. */
    void apply(Draft draft) throws IOException, E;
  }

  /**
   * Makes one change of all that an edit does. The edit works on a draft; what comes out is checked
   * and then committed as a whole, or nothing is.
   *
   * @param place how problems call what was sent
   * @param documents what was read for it, to tell on which line something stands
   * @param allowance is asked again and again until the change is committed; what it throws ends it
   */
  public <E extends Exception> Result change(
      Writer writer,
      String message,
      String place,
      List<Document> documents,
      Allowance allowance,
      Edit<E> edit)
      throws IOException, E {
    oneAtATime.lock();
    try {
      catchUp();
      Plan plan;
      try (Snapshot snapshot = store.open()) {
        Draft draft = new Draft(snapshot, () -> allowance.take(0));
        edit.apply(draft);
        Change change = draft.change(writer.name(), message);
        plan =
            new Plan(List.of(change), problems(writer, change, draft, place, documents, allowance));
      } catch (WrongGraphException wrong) {
        return new Result.Refused(
            List.of(new Problem.NotWritable(Place.of(place), String.valueOf(wrong.getMessage()))));
      }
      allowance.take(0);
      return finish(plan);
    } finally {
      oneAtATime.unlock();
    }
  }

  private List<Problem> problems(
      Writer writer,
      Change change,
      Draft draft,
      String place,
      List<Document> documents,
      Allowance allowance) {
    List<Problem> forbidden =
        change.graphs().stream()
            .filter(graph -> !writer.mayWrite().test(graph))
            .<Problem>map(graph -> new Problem.Forbidden(Place.of(place), graph, writer.name()))
            .toList();
    if (!forbidden.isEmpty() || change.isEmpty()) {
      return forbidden;
    }
    return rules.problems(draft.preview(), Origins.of(place, change.added(), documents), allowance);
  }

  private Result finish(Plan plan) {
    if (plan.problems().stream().anyMatch(Problem::blocks)) {
      return new Result.Refused(plan.problems());
    }
    List<Change> changes = plan.changes().stream().filter(change -> !change.isEmpty()).toList();
    return changes.isEmpty()
        ? new Result.Unchanged(store.version())
        : new Result.Accepted(changes.stream().map(this::commit).toList(), plan.problems());
  }

  private record Plan(List<Change> changes, List<Problem> problems) {}

  private Plan plan(Snapshot snapshot, List<Submission> submissions) {
    Preview preview = new Preview(snapshot);
    List<Change> changes = new ArrayList<>();
    for (Submission submission : submissions) {
      Change change = difference(preview.getGraph(submission.source()), submission);
      if (!change.isEmpty()) {
        changes.add(change);
        preview.apply(change);
      }
    }
    return new Plan(
        changes,
        changes.isEmpty()
            ? List.of()
            : rules.problems(preview, Origins.of(submissions), Allowance.UNBOUNDED));
  }

  private static Change difference(Graph current, Submission submission) {
    Node source = submission.source();
    Set<Triple> wanted = StableBlankNodes.relabel(source, submission.statements());
    List<Quad> added =
        wanted.stream()
            .filter(triple -> !current.contains(triple))
            .map(triple -> Quad.create(source, triple))
            .toList();
    List<Quad> deleted =
        current.stream()
            .filter(triple -> !wanted.contains(triple))
            .map(triple -> Quad.create(source, triple))
            .toList();
    return new Change(Change.PROJECT, submission.message(), added, deleted);
  }

  private Entry commit(Change change) {
    Entry entry = log.append(change);
    store.apply(entry);
    return entry;
  }

  /** Applies what the log has and the store has not, as after a failure between the two. */
  private void catchUp() {
    try (Stream<Entry> missing = log.after(store.version())) {
      missing.forEach(store::apply);
    }
  }
}
