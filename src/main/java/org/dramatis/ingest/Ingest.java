package org.dramatis.ingest;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.Receipt;
import org.dramatis.log.Receipts;
import org.dramatis.model.Change;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.model.Version;
import org.dramatis.store.Draft;
import org.dramatis.store.Snapshot;
import org.dramatis.store.Store;
import org.dramatis.store.WrongGraphException;

/**
 * The one way into the log: what is submitted is compared with what is there now, checked as part
 * of the whole dataset, and then committed as a whole or refused with every reason. The store is
 * not touched before that.
 */
public final class Ingest {

  /** How many of the sources that change a message names. */
  private static final int MESSAGES_NAMED = 8;

  private final ChangeLog log;
  private final Store store;
  private final Rules rules;
  private final AskedBefore askedBefore;
  private final List<Runnable> told = new CopyOnWriteArrayList<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** What became of a submission. */
  public sealed interface Result {

    /** It was committed as one version. */
    record Accepted(Entry entry, List<Problem> warnings) implements Result {
      /** Copies the list. */
      public Accepted {
        warnings = List.copyOf(warnings);
      }
    }

    /** The dataset says this already, so nothing was committed. */
    record Unchanged(Version version) implements Result {}

    /** It had been committed before, and nothing was done now. */
    record Repeated(Version version, String answer) implements Result {}

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
    this.askedBefore = new AskedBefore(new Receipts(log, InstantSource.system()));
    catchUp();
  }

  /** Has somebody told whenever there is a new version; who is told has no time to lose. */
  public void whenCommitted(Runnable listener) {
    told.add(listener);
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
   * them. What they change becomes one version; if one is refused, all are.
   */
  public Result accept(List<Submission> submissions) {
    oneAtATime.lock();
    try {
      catchUp();
      return finish(
          store.read(snapshot -> plan(snapshot, submissions, draft -> write(submissions, draft))));
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Takes all files of the project as they are now. Only what is different in them since they were
   * last taken is changed, so that what others have changed meanwhile stays; a graph that no file
   * speaks for any more loses what its file said.
   */
  public Result acceptProject(List<Submission> submissions) {
    oneAtATime.lock();
    try {
      catchUp();
      ProjectFiles before = ProjectFiles.lastAccepted(log);
      return finish(
          store.read(snapshot ->
              plan(snapshot, submissions, draft -> before.bringUpToDate(submissions, draft))));
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
      Optional<Result> before = askedBefore.result(writer, place);
      if (before.isPresent()) {
        return before.get();
      }
      Plan plan;
      try (Snapshot snapshot = store.open()) {
        Draft draft = new Draft(snapshot, () -> allowance.take(0));
        edit.apply(draft);
        Change change = draft.change(writer.name(), message);
        plan =
            new Plan(
                change,
                problems(writer, change, draft, place, documents, allowance),
                writer.once().map(once -> once.receipt(draft.answer())));
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
    if (!forbidden.isEmpty() || change.isEmpty() || rules.areNone()) {
      return forbidden;
    }
    if (change.added().size() > Rules.most()) {
      return List.of(
          new Problem.TooManyToCheck(Place.of(place), change.added().size(), Rules.most()));
    }
    return rules.problems(draft.preview(), Origins.of(place, change.added(), documents), allowance);
  }

  private Result finish(Plan plan) {
    if (plan.problems().stream().anyMatch(Problem::blocks)) {
      return new Result.Refused(plan.problems());
    }
    return plan.change().isEmpty()
        ? new Result.Unchanged(store.version())
        : new Result.Accepted(commit(plan), plan.problems());
  }

  private record Plan(Change change, List<Problem> problems, Optional<Receipt> receipt) {}

  private Plan plan(
      Snapshot snapshot, List<Submission> submissions, Function<Draft, List<String>> edit) {
    Draft draft = new Draft(snapshot);
    Change change = draft.change(Change.PROJECT, summary(edit.apply(draft)));
    return new Plan(
        change,
        change.isEmpty()
            ? List.of()
            : rules.problems(draft.preview(), Origins.of(submissions), Allowance.UNBOUNDED),
        Optional.empty());
  }

  private static List<String> write(List<Submission> submissions, Draft draft) {
    return submissions.stream()
        .filter(submission -> write(submission, draft))
        .map(Submission::message)
        .toList();
  }

  private static String summary(List<String> messages) {
    if (messages.isEmpty()) {
      return "Nothing new";
    }
    String first = messages.stream().limit(MESSAGES_NAMED).collect(Collectors.joining("; "));
    int others = messages.size() - MESSAGES_NAMED;
    return others > 0 ? first + "; and %d more".formatted(others) : first;
  }

  /** Makes a source's graph what is submitted, and tells whether that changes anything. */
  private static boolean write(Submission submission, Draft draft) {
    Node source = submission.source();
    Graph current = draft.getGraph(source);
    Set<Triple> wanted = StableBlankNodes.relabel(source, submission.statements());
    List<Triple> added = wanted.stream().filter(triple -> !current.contains(triple)).toList();
    List<Triple> gone = current.stream().filter(triple -> !wanted.contains(triple)).toList();
    gone.forEach(triple -> draft.delete(Quad.create(source, triple)));
    added.forEach(triple -> draft.add(Quad.create(source, triple)));
    return !added.isEmpty() || !gone.isEmpty();
  }

  private Entry commit(Plan plan) {
    Entry entry = log.append(plan.change(), plan.receipt());
    store.apply(entry);
    told.forEach(Runnable::run);
    return entry;
  }

  /** Applies what the log has and the store has not, as after a failure between the two. */
  private void catchUp() {
    try (Stream<Entry> missing = log.after(store.version())) {
      missing.forEach(store::apply);
    }
  }
}
