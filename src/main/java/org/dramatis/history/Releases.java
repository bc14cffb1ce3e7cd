package org.dramatis.history;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.ingest.Allowance;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.model.NaturalOrder;
import org.dramatis.model.ServiceRecord;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.store.Draft;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;

/** The names that versions were given, which stand in the service's record. */
public final class Releases {

  private final History history;

  /** Of these versions. */
  public Releases(History history) {
    this.history = history;
  }

  /** All, in the order of their names. */
  public List<Release> all() {
    return history.store().read(Releases::in);
  }

  private static List<Release> in(Snapshot snapshot) {
    Graph graph = snapshot.dataset().getGraph(ServiceRecord.GRAPH);
    return graph
        .find(Node.ANY, ServiceRecord.RELEASE_NAME, Node.ANY)
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .flatMap(node -> read(graph, node).stream())
        .sorted(Comparator.comparing(Release::name, NaturalOrder.INSTANCE))
        .toList();
  }

  /** The one of this name. */
  public Optional<Release> find(String name) {
    return history
        .store()
        .read(snapshot ->
            read(snapshot.dataset().getGraph(ServiceRecord.GRAPH), ServiceRecord.release(name)));
  }

  /** The version that has a name of any kind; empty if there is none yet. */
  public Optional<Version> version(VersionName name) {
    return switch (name) {
      case VersionName.Numbered(Version version) ->
          Optional.of(version).filter(known -> known.compareTo(history.store().version()) <= 0);
      case VersionName.Identified(Sha256 id) -> history.outline().version(id);
      case VersionName.Released(String release) -> find(release).map(Release::version);
    };
  }

  /** Nothing is read from what is not a release as the rules have it. */
  private static Optional<Release> read(Graph graph, Node release) {
    Optional<String> name = text(graph, release, ServiceRecord.RELEASE_NAME);
    Optional<String> number = text(graph, release, ServiceRecord.VERSION_NUMBER);
    Optional<Sha256> id =
        text(graph, release, ServiceRecord.VERSION_IDENTITY).flatMap(Sha256::parse);
    Optional<Instant> issued = text(graph, release, ServiceRecord.ISSUED).flatMap(Releases::time);
    Optional<String> by = text(graph, release, ServiceRecord.BY);
    boolean complete =
        name.filter(VersionName.Released::isName).isPresent()
            && number.filter(digits -> digits.matches("[0-9]{1,15}")).isPresent()
            && id.isPresent()
            && issued.isPresent()
            && by.isPresent();
    return complete
        ? Optional.of(
            new Release(
                name.get(),
                new Version(Long.parseLong(number.orElseThrow())),
                id.get(),
                issued.get(),
                by.get(),
                text(graph, release, ServiceRecord.WHY)))
        : Optional.empty();
  }

  private static Optional<String> text(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).toList().stream()
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  /** What became of the wish to give a name. */
  public sealed interface Outcome {

    /** The version has the name now. */
    record Given(Release release, Ingest.Result result) implements Outcome {}

    /** The name was given before, to the same version or to another one. */
    record Taken(Release release) implements Outcome {}

    /** There is nothing yet that could have a name. */
    record NoVersion() implements Outcome {}
  }

  /** The name cannot be given. */
  private static final class NotGivenException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    NotGivenException(Outcome outcome) {
      super(String.valueOf(outcome), null, false, false);
      this.outcome = outcome;
    }
  }

  /**
   * Gives a version a name, which it then has for ever.
   *
   * @param version which one; the newest if it is empty
   * @param why what is to be said about it
   * @param now the time of the release
   */
  public Outcome give(
      VersionName.Released name,
      Optional<Version> version,
      Optional<String> why,
      Instant now,
      Ingest ingest,
      Writer writer,
      Allowance allowance)
      throws IOException {
    AtomicReference<Release> made = new AtomicReference<>();
    try {
      Ingest.Result result =
          ingest.<NotGivenException>change(
              writer,
              "Release " + name,
              "releases/" + name,
              List.of(),
              allowance,
              draft -> {
                Release release =
                    newRelease(name, version.orElse(draft.version()), why, now, writer.name());
                made.set(release);
                write(release, draft);
              });
      return new Outcome.Given(made.get(), result);
    } catch (NotGivenException not) {
      return not.outcome;
    }
  }

  private Release newRelease(
      VersionName.Released name, Version version, Optional<String> why, Instant now, String by)
      throws NotGivenException {
    Optional<Release> before = find(name.release());
    if (before.isPresent()) {
      throw new NotGivenException(new Outcome.Taken(before.get()));
    }
    Optional<Sha256> id = history.outline().id(version);
    if (id.isEmpty()) {
      throw new NotGivenException(new Outcome.NoVersion());
    }
    return new Release(
        name.release(), version, id.get(), now.truncatedTo(ChronoUnit.MILLIS), by, why);
  }

  private static void write(Release release, Draft draft) {
    ServiceRecord.description().forEach(draft::add);
    Node node = ServiceRecord.release(release.name());
    statements(release, node)
        .forEach(triple -> draft.add(Quad.create(ServiceRecord.GRAPH, triple)));
  }

  /** What there is to say of a release. */
  static Stream<Triple> statements(Release release, Node node) {
    return Stream.concat(
        Stream.of(
            Triple.create(node, RDF.Nodes.type, ServiceRecord.RELEASE),
            Triple.create(node, ServiceRecord.RELEASE_NAME, string(release.name())),
            Triple.create(
                node,
                ServiceRecord.VERSION_NUMBER,
                NodeFactory.createLiteralDT(release.version().toString(), XSDDatatype.XSDinteger)),
            Triple.create(node, ServiceRecord.VERSION_IDENTITY, string(release.id().toString())),
            Triple.create(
                node,
                ServiceRecord.ISSUED,
                NodeFactory.createLiteralDT(release.issued().toString(), XSDDatatype.XSDdateTime)),
            Triple.create(node, ServiceRecord.BY, string(release.by()))),
        release.why().stream().map(why -> Triple.create(node, ServiceRecord.WHY, string(why))));
  }

  private static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
