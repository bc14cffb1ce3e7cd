package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.entity.Claim.Passage;
import org.dramatis.entity.Claim.Statement;
import org.dramatis.model.Labels;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Properties;

/** Reads claims from a graph. What things are called is looked up once for each. */
public final class Claims {

  /** As a reader of the documents would meet them. */
  private static final Comparator<Claim> READING =
      Comparator.<Claim, String>comparing(
              claim -> claim.passage().flatMap(Passage::document).map(Labelled::text).orElse(""))
          .thenComparingInt(number(Range::start))
          .thenComparingInt(number(Range::end))
          .thenComparing(Claim::iri, TermOrder.INSTANCE);

  private static final Node REIFIES = RDF.reifies.asNode();

  private final Graph graph;
  private final Runnable cost;
  private final Map<Node, Labelled> named = new HashMap<>();

  /** Reads from this graph for somebody who asks for so many claims and no more. */
  public Claims(Graph graph) {
    this(graph, () -> {});
  }

  /**
   * Reads from this graph.
   *
   * @param cost is run for every claim that is read, and may throw to end the work
   */
  public Claims(Graph graph, Runnable cost) {
    this.graph = graph;
    this.cost = cost;
  }

  private static ToIntFunction<Claim> number(ToIntFunction<Range> part) {
    return claim -> claim.range().map(part::applyAsInt).orElse(Integer.MAX_VALUE);
  }

  /** All that a source says, in the order in which a reader would meet it. */
  public List<Claim> ofSource(Node source) {
    return read(
        graph.find(Node.ANY, Properties.SOURCE, source).mapWith(Triple::getSubject).toList());
  }

  /** Some claims, in the same order. */
  public List<Claim> read(Collection<Node> claims) {
    return claims.stream().distinct().map(this::read).sorted(READING).toList();
  }

  /** One claim; what is not said of it is empty. */
  public Claim read(Node claim) {
    cost.run();
    return new Claim(
        claim,
        name(claim).text(),
        one(claim, Properties.SOURCE),
        one(claim, Properties.LAYER),
        one(claim, Properties.MODALITY),
        one(claim, Properties.CERTAINTY),
        one(claim, Properties.POLARITY),
        all(claim, Properties.TOPIC),
        Stream.concat(
                all(claim, Properties.ATTRIBUTED_TO).stream(),
                all(claim, Properties.ORIGINATOR).stream())
            .distinct()
            .toList(),
        all(claim, Properties.HOLDS_IN),
        number(claim, Properties.STORY_ORDER),
        values(claim, Properties.PASSAGE).findFirst().map(this::passage),
        values(claim, REIFIES).filter(Node::isTripleTerm).map(this::says).toList());
  }

  /** The claims that make a statement. */
  public List<Claim> making(Triple statement) {
    return read(reifying(NodeFactory.createTripleTerm(statement)));
  }

  private List<Node> reifying(Node statement) {
    return graph.find(Node.ANY, REIFIES, statement).mapWith(Triple::getSubject).toList();
  }

  /**
   * The claims about a thing that the graph does not assert: what is denied, and what is only said
   * with reservations.
   *
   * @param most how many claims are looked at, of all that there are
   * @param cost is told every claim that is looked at
   * @return empty if there are more claims than that
   */
  Optional<List<Claim>> notAsserted(Node thing, int most, Consumer<Triple> cost) {
    List<Node> found = new ArrayList<>();
    Iterator<Triple> all = graph.find(Node.ANY, REIFIES, Node.ANY);
    for (int looked = 0; all.hasNext(); looked++) {
      if (looked == most) {
        return Optional.empty();
      }
      Triple reifying = all.next();
      cost.accept(reifying);
      if (reifying.getObject().isTripleTerm()) {
        Triple statement = reifying.getObject().getTriple();
        boolean about = statement.getSubject().equals(thing) || statement.getObject().equals(thing);
        if (about && !graph.contains(statement)) {
          found.add(reifying.getSubject());
        }
      }
    }
    return Optional.of(read(found));
  }

  private Passage passage(Node passage) {
    Optional<Labelled> document = one(passage, Properties.DOCUMENT);
    OptionalInt start = number(passage, Properties.START);
    OptionalInt end = number(passage, Properties.END);
    Optional<Range> range =
        start.isPresent() && end.isPresent()
            ? Optional.of(new Range(start.getAsInt(), end.getAsInt()))
                .filter(given -> !given.isEmpty())
            : Optional.empty();
    return new Passage(
        passage,
        document,
        document.flatMap(
            known -> values(known.node(), Properties.URL).findFirst().map(Claims::text)),
        number(passage, Properties.SENTENCE),
        range);
  }

  private Statement says(Node reified) {
    Triple triple = reified.getTriple();
    return new Statement(
        name(triple.getSubject()), name(triple.getPredicate()), name(triple.getObject()));
  }

  /** A term, and what it is called. */
  public Labelled name(Node node) {
    Labelled known = named.get(node);
    if (known != null) {
      return known;
    }
    Labelled found = new Labelled(node, node.isURI() ? Labels.of(graph, node) : Optional.empty());
    named.put(node, found);
    return found;
  }

  /** What a comment on a thing says. */
  public Optional<String> comment(Node thing) {
    return Labels.text(graph, thing, RDFS.Nodes.comment, Optional.empty());
  }

  private Optional<Labelled> one(Node subject, Node property) {
    return all(subject, property).stream().findFirst();
  }

  private List<Labelled> all(Node subject, Node property) {
    return values(subject, property).map(this::name).toList();
  }

  private OptionalInt number(Node subject, Node property) {
    return values(subject, property)
        .map(Claims::text)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .mapToInt(Integer::parseInt)
        .findFirst();
  }

  private Stream<Node> values(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(TermOrder.INSTANCE);
  }

  private static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : Terms.show(node);
  }
}
