package org.dramatis.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.entity.Claim.Labelled;
import org.dramatis.model.NaturalOrder;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Classes;

/**
 * What is told of an entity, put together for people: credits as who played whom, statements by
 * what they are about, each value with those who say so, and what is said but not asserted apart.
 *
 * @param thing the entity
 * @param kind the word for it in its IRI
 * @param fictional whether it exists in a story only
 * @param types its classes
 * @param remark what the editors have to say of it
 * @param credits what names it as performer, maker, part or work
 * @param parts its statements, by the part of the ontology that their properties belong to
 * @param pointing what else leads to it, by the property
 * @param notAsserted what is denied or said with reservations; empty if there are too many claims
 *     to look through
 */
public record Dossier(
    Labelled thing,
    String kind,
    boolean fictional,
    List<Labelled> types,
    Optional<String> remark,
    List<Credit> credits,
    List<Part> parts,
    List<Incoming> pointing,
    Optional<List<Claim>> notAsserted,
    Neighbourhood neighbourhood) {

  private static final int MOST_CREDITS = 500;
  private static final int MOST_POINTING = 500;
  private static final int MOST_CLAIMS = 20_000;

  private static final List<Node> TOLD_OTHERWISE =
      List.of(RDF.Nodes.type, RDFS.Nodes.label, RDFS.Nodes.comment);

  /** Takes copies of the lists. */
  public Dossier {
    types = List.copyOf(types);
    credits = List.copyOf(credits);
    parts = List.copyOf(parts);
    pointing = List.copyOf(pointing);
  }

  /**
   * Statements whose properties belong together.
   *
   * @param about what they are about, in a word
   */
  public record Part(String about, List<Line> lines) {}

  /** All values of a property. */
  public record Line(Labelled property, List<Value> values) {

    /** Whether sources disagree about any of them. */
    public boolean isDisputed() {
      return values.stream().anyMatch(Value::disputed);
    }
  }

  /**
   * One value.
   *
   * @param node the value
   * @param claims those that say so
   * @param disputed whether sources disagree about it
   */
  public record Value(Labelled node, List<Claim> claims, boolean disputed) {}

  /**
   * A part of a line of text.
   *
   * @param thing what it names, if it names something
   */
  public record Words(String text, Optional<Node> thing) {}

  /** What leads to the entity by one property. */
  public record Incoming(Labelled property, List<Labelled> subjects, boolean cut) {}

  /** The sources of what is said of it. */
  public List<Node> sources() {
    return Stream.concat(
            parts.stream()
                .flatMap(part -> part.lines().stream())
                .flatMap(line -> line.values().stream())
                .flatMap(value -> value.claims().stream()),
            notAsserted.stream().flatMap(List::stream))
        .flatMap(claim -> claim.source().stream())
        .map(Labelled::node)
        .filter(Node::isURI)
        .distinct()
        .sorted(TermOrder.INSTANCE)
        .toList();
  }

  /**
   * The dossier of an entity.
   *
   * @param cost is told every statement that is read, and may throw to end the work
   */
  public static Dossier of(Graph data, Node thing, Consumer<Triple> cost) {
    Claims claims = new Claims(data);
    return new Dossier(
        claims.name(thing),
        Kinds.find(thing).orElse(""),
        isFictional(data, thing),
        types(data, claims, thing),
        claims.comment(thing),
        Credit.naming(data, claims, thing, MOST_CREDITS, cost),
        parts(data, claims, thing, cost),
        pointing(data, claims, thing, cost),
        claims.notAsserted(thing, MOST_CLAIMS, cost),
        Neighbourhood.of(data, thing, cost));
  }

  /** The entity in one line. */
  public List<Words> gist() {
    return Gist.of(this);
  }

  /** Whether it is about an entity and not about a claim, a word or a document. */
  public static boolean isOf(Node node) {
    return Kinds.find(node).isPresent();
  }

  private static boolean isFictional(Graph data, Node thing) {
    return data.find(thing, RDF.Nodes.type, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .anyMatch(type ->
            type.equals(Classes.FICTIONAL_ENTITY)
                || data.contains(type, RDFS.Nodes.subClassOf, Classes.FICTIONAL_ENTITY));
  }

  private static List<Labelled> types(Graph data, Claims claims, Node thing) {
    return data.find(thing, RDF.Nodes.type, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .filter(Node::isURI)
        .sorted(TermOrder.INSTANCE)
        .map(claims::name)
        .toList();
  }

  private static List<Part> parts(Graph data, Claims claims, Node thing, Consumer<Triple> cost) {
    Map<Node, List<Value>> values = new LinkedHashMap<>();
    data.find(thing, Node.ANY, Node.ANY).toList().stream()
        .filter(triple -> !TOLD_OTHERWISE.contains(triple.getPredicate()))
        .sorted(Comparator.comparing(Triple::getObject, TermOrder.INSTANCE))
        .forEach(triple -> {
          cost.accept(triple);
          values
              .computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>())
              .add(value(claims, triple));
        });
    Map<String, List<Line>> parts = new TreeMap<>();
    values.forEach((property, all) ->
        parts
            .computeIfAbsent(about(data, property), _ -> new ArrayList<>())
            .add(new Line(claims.name(property), List.copyOf(all))));
    return parts.entrySet().stream()
        .map(part -> new Part(part.getKey(), part.getValue().stream().sorted(byLabel()).toList()))
        .toList();
  }

  private static Comparator<Line> byLabel() {
    return Comparator.comparing(line -> line.property().text(), NaturalOrder.INSTANCE);
  }

  private static Value value(Claims claims, Triple statement) {
    List<Claim> making = claims.making(statement);
    return new Value(
        claims.name(statement.getObject()), making, making.stream().anyMatch(Claim::isDisputed));
  }

  /** The part of the ontology that a property belongs to. */
  private static String about(Graph data, Node property) {
    return data.find(property, RDFS.Nodes.isDefinedBy, Node.ANY)
        .nextOptional()
        .map(Triple::getObject)
        .filter(Node::isURI)
        .map(module -> module.getURI().replaceFirst(".*[/#]", ""))
        .orElse("");
  }

  private static List<Incoming> pointing(
      Graph data, Claims claims, Node thing, Consumer<Triple> cost) {
    Map<Node, List<Labelled>> found = new TreeMap<>(TermOrder.INSTANCE);
    var all = data.find(Node.ANY, Node.ANY, thing);
    int read = 0;
    while (all.hasNext() && read < MOST_POINTING) {
      Triple triple = all.next();
      cost.accept(triple);
      read++;
      if (triple.getSubject().isURI() && !Kinds.isCredit(triple.getSubject())) {
        found
            .computeIfAbsent(triple.getPredicate(), _ -> new ArrayList<>())
            .add(claims.name(triple.getSubject()));
      }
    }
    boolean cut = all.hasNext();
    return found.entrySet().stream()
        .map(entry ->
            new Incoming(
                claims.name(entry.getKey()),
                entry.getValue().stream()
                    .sorted(Comparator.comparing(Labelled::text, NaturalOrder.INSTANCE))
                    .toList(),
                cut))
        .toList();
  }
}
