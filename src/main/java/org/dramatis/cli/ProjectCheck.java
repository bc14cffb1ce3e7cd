package org.dramatis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.dramatis.ingest.CanonicalTurtle;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.RdfReader;
import org.dramatis.ingest.Reading;
import org.dramatis.ingest.Submission;
import org.dramatis.ingest.Utf8;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.settings.Settings;

/** Collects everything that is wrong with the files of a project, or with files beside it. */
final class ProjectCheck {

  private final Project project;
  private final Settings settings;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Project.Data> data = Optional.empty();
  private boolean loaded;
  private int checked;

  ProjectCheck(Project project, Settings settings) {
    this.project = project;
    this.settings = settings;
  }

  /** Checks all that the project has. */
  void everything() throws IOException {
    data();
    problems.addAll(Catalogue.load(settings.queryFolders()).problems());
    if (problems.stream().noneMatch(Problem::blocks) && data.isPresent()) {
      answers(data.get());
    }
    for (Path file : TurtleFiles.below(project.folder())) {
      String name = project.folder().relativize(file).toString();
      canonical(Document.of(name, file));
    }
    checked = filesOfProject();
  }

  /** The project's own queries are held against their answers by its tests. */
  private void answers(Project.Data known) throws IOException {
    for (Path folder : settings.ownQueries().stream().toList()) {
      QueryRunner runner = new QueryRunner(known.history().store(), settings.limits().time());
      problems.addAll(
          new ExpectedAnswers(folder, runner).check(Project.take(Catalogue.load(folder))));
    }
  }

  /** Checks one file: a query by itself, data as part of the whole. */
  void file(Path file) {
    checked++;
    String name = file.toString();
    if (name.endsWith(".rq")) {
      problems.addAll(query(file).problems());
      return;
    }
    Outcome<Document> document = Document.of(file);
    canonical(document);
    Outcome<Reading> reading = document.then(RdfReader::read);
    if (document instanceof Outcome.Ok<Document>(Document read)
        && reading instanceof Outcome.Ok<Reading>(Reading statements)) {
      Optional<Node> source = source(name, statements);
      if (source.isPresent()) {
        submit(Submission.read(source.get(), "The file " + name, read));
      }
    } else if (!(document instanceof Outcome.Ok<Document>(Document read) && isTurtle(read))) {
      problems.addAll(reading.problems()); // for Turtle the canonical form has said so already
    }
  }

  /** Everything that was found. */
  List<Problem> problems() {
    return problems;
  }

  /** What was done, in a line. */
  String summary() {
    String found =
        switch (problems.size()) {
          case 0 -> "no problems";
          case 1 -> "1 problem";
          default -> problems.size() + " problems";
        };
    return "checked %d %s: %s".formatted(checked, checked == 1 ? "file" : "files", found);
  }

  /** Ontology and seeds, read and checked once. */
  private Optional<Project.Data> data() {
    if (!loaded) {
      loaded = true;
      switch (project.checked()) {
        case Outcome.Ok<Project.Data>(Project.Data good) -> {
          problems.addAll(good.warnings());
          data = Optional.of(good);
        }
        case Outcome.Refused<Project.Data>(List<Problem> found) -> problems.addAll(found);
      }
    }
    return data;
  }

  private static Outcome<?> query(Path file) {
    try {
      return Utf8.decode(file.toString(), Files.readAllBytes(file))
          .then(text -> Catalogue.read(file.toString(), text));
    } catch (IOException unreadable) {
      return Outcome.refused(
          new Problem.Unreadable(Place.of(file.toString()), "there is no such file"));
    }
  }

  private void canonical(Outcome<Document> document) {
    if (document instanceof Outcome.Ok<Document>(Document read) && isTurtle(read)) {
      problems.addAll(CanonicalTurtle.verify(read));
    }
  }

  private static boolean isTurtle(Document document) {
    return document.lang().equals(Lang.TURTLE);
  }

  /** The source that a file speaks for; one that speaks for none is no part of the data. */
  private Optional<Node> source(String name, Reading reading) {
    List<Node> sources = reading.sources();
    if (sources.size() > 1) {
      problems.add(new Problem.NotOneSource(Place.of(name), sources));
    }
    return sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
  }

  private void submit(Outcome<Submission> submission) {
    problems.addAll(submission.problems());
    if (submission instanceof Outcome.Ok<Submission>(Submission good) && data().isPresent()) {
      switch (data().get().ingest().accept(List.of(good))) {
        case Ingest.Result.Refused(List<Problem> found) -> problems.addAll(found);
        case Ingest.Result.Accepted accepted -> problems.addAll(accepted.warnings());
        case Ingest.Result.Unchanged _, Ingest.Result.Repeated _ -> {}
      }
    }
  }

  private int filesOfProject() throws IOException {
    int count = 0;
    List<Path> folders = new ArrayList<>(settings.queryFolders());
    folders.add(project.folder().resolve("ontology"));
    folders.add(project.folder().resolve("seeds"));
    for (Path folder : folders) {
      try (Stream<Path> tree = Files.walk(folder)) {
        count +=
            (int)
                tree.map(Path::toString)
                    .filter(name -> name.endsWith(".ttl") || name.endsWith(".rq"))
                    .count();
      }
    }
    return count;
  }
}
