package org.dramatis.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.dramatis.model.Base;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * What a dataset begins with: the ontology, its alignments, and then each seed in the order that
 * {@code seeds/order.txt} states. Each of them is one change.
 */
public final class Seeds {

  private static final String ORDER = "seeds/order.txt";

  private static final Reading NOTHING = new Reading(List.of(), Map.of());

  private final Path project;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Submission> submissions = new ArrayList<>();

  private Seeds(Path project) {
    this.project = project;
  }

  /** Reads everything, and reports what is wrong with any of the files. */
  public static Outcome<List<Submission>> read(Path project) {
    Seeds seeds = new Seeds(project);
    seeds.readTogether(
        Namespaces.ONTOLOGY, "The ontology", List.of("ontology", "ontology/schemes"));
    seeds.readTogether(Namespaces.ALIGNMENTS, "The alignments", List.of("ontology/alignments"));
    seeds.readInOrder();
    return seeds.problems.isEmpty()
        ? Outcome.of(List.copyOf(seeds.submissions))
        : new Outcome.Refused<>(seeds.problems);
  }

  private void readTogether(String graph, String message, List<String> folders) {
    List<Document> documents = new ArrayList<>();
    for (String path : folders) {
      Folder folder = new Folder(project, path);
      documents.addAll(folder.documents(take(folder.files(".ttl"), List.of()), problems));
    }
    List<Quad> quads = new ArrayList<>();
    read(documents).forEach(outcome -> quads.addAll(take(outcome, NOTHING).quads()));
    Node source = NodeFactory.createURI(graph);
    submit(Submission.of(source, message, folders.getFirst(), quads, documents));
  }

  /** Side by side, for reading is most of the time that a start takes. */
  private static List<Outcome<Reading>> read(List<Document> documents) {
    // Classes of Jena initialize each other; two threads that begin at once wait for ever.
    JenaSystem.init();
    return documents.parallelStream().map(RdfReader::read).toList();
  }

  private void readInOrder() {
    Folder folder = new Folder(project, "seeds");
    List<String> present = take(folder.files(".ttl"), List.of());
    List<String> ordered = order();
    for (String name : present) {
      if (!ordered.contains(name)) {
        problems.add(
            new Problem.NotInOrder(
                Place.of(name), "is not named in " + ORDER, "add a line for it, or remove it"));
      }
    }
    List<Document> documents =
        folder.documents(ordered, problems).stream().map(Seeds::rebased).toList();
    List<Outcome<Reading>> readings = read(documents);
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      submit(readings.get(i).then(reading -> seed(document, reading)));
    }
  }

  private static Document rebased(Document document) {
    String text = new String(document.bytes(), ISO_8859_1); // any byte, and back again
    return new Document(
        document.name(), document.lang(), Base.rebased(text).getBytes(ISO_8859_1), document.base());
  }

  private List<String> order() {
    try {
      Set<String> names = new LinkedHashSet<>();
      long number = 0;
      for (String line : Files.readAllLines(project.resolve(ORDER))) {
        number++;
        String name = line.strip();
        if (!name.isEmpty() && !name.startsWith("#") && !names.add("seeds/" + name)) {
          problems.add(
              new Problem.NotInOrder(
                  Place.of(ORDER, number), "names " + name + " twice", "remove this line"));
        }
      }
      return List.copyOf(names);
    } catch (IOException unreadable) {
      problems.add(
          new Problem.Unreadable(Place.of(ORDER), String.valueOf(unreadable.getMessage())));
      return List.of();
    }
  }

  private static Outcome<Submission> seed(Document document, Reading reading) {
    String name = document.name();
    List<Node> sources = reading.sources();
    if (sources.size() != 1 || !sources.getFirst().isURI()) {
      return Outcome.refused(new Problem.NotOneSource(Place.of(name), sources));
    }
    return Submission.of(
        sources.getFirst(), "The seed " + name, name, reading.quads(), List.of(document));
  }

  private void submit(Outcome<Submission> outcome) {
    switch (outcome) {
      case Outcome.Ok<Submission> ok -> submissions.add(ok.value());
      case Outcome.Refused<Submission> refused -> problems.addAll(refused.problems());
    }
  }

  private <T> T take(Outcome<T> outcome, T otherwise) {
    return switch (outcome) {
      case Outcome.Ok<T> ok -> ok.value();
      case Outcome.Refused<T> refused -> {
        problems.addAll(refused.problems());
        yield otherwise;
      }
    };
  }
}
