package org.dramatis.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.entity.ontology.Kind;
import org.dramatis.entity.ontology.Ontology;
import org.dramatis.entity.ontology.Term;
import org.dramatis.http.page.picture.Tree;
import org.dramatis.http.page.picture.Tree.Twig;
import org.dramatis.model.Terms;
import org.dramatis.query.catalogue.Mentions;
import org.dramatis.query.catalogue.PublishedQuery;

/**
 * The vocabulary, or a module of it, with all its terms on one page.
 *
 * @param ontology what it says
 * @param uses how many things each class has, and how many statements each property
 * @param mentions which published queries use them
 * @param links where its links lead
 * @param elsewhere the same in other ways
 */
public record OntologyPage(
    Ontology ontology,
    Map<Node, Long> uses,
    Mentions mentions,
    LocalLinks links,
    Elsewhere elsewhere)
    implements Page {

  private static final Node SEE_ALSO = RDFS.Nodes.seeAlso;

  /** What is said of a term, in words; anything else is called by its name. */
  private static final Map<Node, String> SAID =
      Map.ofEntries(
          Map.entry(RDFS.Nodes.subClassOf, "is a kind of"),
          Map.entry(RDFS.Nodes.subPropertyOf, "is a case of"),
          Map.entry(RDFS.Nodes.domain, "is said of"),
          Map.entry(RDFS.Nodes.range, "has as its value"),
          Map.entry(SEE_ALSO, "see also"),
          Map.entry(OWL2.inverseOf.asNode(), "is the inverse of"),
          Map.entry(OWL2.disjointWith.asNode(), "is never also"),
          Map.entry(SKOS.exactMatch.asNode(), "means the same as"),
          Map.entry(SKOS.closeMatch.asNode(), "means about the same as"),
          Map.entry(SKOS.broadMatch.asNode(), "is narrower than"),
          Map.entry(SKOS.narrowMatch.asNode(), "is broader than"),
          Map.entry(SKOS.relatedMatch.asNode(), "is related to"));

  /** The same, read from the other end. */
  private static final Map<Node, String> POINTING =
      Map.of(
          RDFS.Nodes.subClassOf,
          "its kinds",
          RDFS.Nodes.subPropertyOf,
          "its cases",
          RDFS.Nodes.domain,
          "what is said of it",
          RDFS.Nodes.range,
          "what leads to it",
          OWL2.inverseOf.asNode(),
          "is the inverse of");

  /** What stands in a place of its own, or needs no page. */
  private static final Set<Node> APART = Set.of(SEE_ALSO);

  private static final Map<Kind, String> KINDS =
      Map.of(
          Kind.CLASS, "class",
          Kind.OBJECT_PROPERTY, "property that leads to a thing",
          Kind.DATATYPE_PROPERTY, "property with a value",
          Kind.ANNOTATION_PROPERTY, "annotation",
          Kind.CONCEPT_SCHEME, "list of values");

  /** What is said of a term, or with it. */
  public record Line(String words, List<Shown> values) {}

  /**
   * The page of a vocabulary.
   *
   * @param uses how many things each class has, and how many statements each property
   * @param mentions which published queries use them
   * @param links where its links lead
   * @param profiles the addresses of all profiles, by their names
   * @param formats the addresses of the same as data, by the names of the formats
   */
  public static OntologyPage of(
      Ontology ontology,
      Map<Node, Long> uses,
      Mentions mentions,
      LocalLinks links,
      Map<String, String> profiles,
      Map<String, String> formats) {
    return new OntologyPage(ontology, uses, mentions, links, Elsewhere.of(profiles, formats));
  }

  @Override
  public String title() {
    return "Ontology: " + ontology.about().title();
  }

  @Override
  public Section section() {
    return Section.ONTOLOGY;
  }

  /** The classes as a hierarchy: each stands below the first of those that it is a kind of. */
  public Tree hierarchy() {
    List<Term> classes = ontology.all(Kind.CLASS);
    Set<Node> known = Set.copyOf(classes.stream().map(Term::node).toList());
    return Tree.of(
        classes.stream()
            .filter(term -> above(term, known).isEmpty())
            .map(term -> twig(term, classes, known))
            .toList());
  }

  private Twig twig(Term term, List<Term> classes, Set<Node> known) {
    return new Twig(
        term.label(),
        uses(term).orElse(0),
        term.anchor(),
        classes.stream()
            .filter(each -> above(each, known).filter(term.node()::equals).isPresent())
            .map(each -> twig(each, classes, known))
            .toList());
  }

  private static Optional<Node> above(Term term, Set<Node> known) {
    return term.said(RDFS.Nodes.subClassOf).stream().filter(known::contains).findFirst();
  }

  /** All terms of some kinds, by name. */
  public List<Term> index(boolean properties) {
    return Stream.of(Kind.values())
        .filter(kind -> kind != Kind.CONCEPT_SCHEME && kind.isProperty() == properties)
        .flatMap(kind -> ontology.all(kind).stream())
        .sorted((one, other) -> one.localName().compareToIgnoreCase(other.localName()))
        .toList();
  }

  /** The lists of values. */
  public List<Term> schemes() {
    return ontology.all(Kind.CONCEPT_SCHEME);
  }

  /** What it is. */
  public String kind(Term term) {
    return KINDS.getOrDefault(term.kind(), "term");
  }

  /** What is said of it, and what others say with it. */
  public List<Line> lines(Term term) {
    return Stream.concat(
            term.said().entrySet().stream()
                .filter(said -> !APART.contains(said.getKey()))
                .map(said -> line(SAID, said)),
            term.pointing().entrySet().stream().map(said -> line(POINTING, said)))
        .toList();
  }

  private Line line(Map<Node, String> words, Map.Entry<Node, List<Node>> said) {
    return new Line(
        words.getOrDefault(said.getKey(), Terms.show(said.getKey())),
        said.getValue().stream().map(node -> links.show(node, Optional.empty())).toList());
  }

  /** How many things or statements use it; empty where nobody counts. */
  public OptionalLong uses(Term term) {
    return Stream.ofNullable(uses.get(term.node())).mapToLong(Long::longValue).findFirst();
  }

  /** Asks for what uses it. */
  public Link using(Term term, long uses) {
    String iri = term.node().getURI();
    return term.kind() == Kind.CLASS
        ? Link.query(
            "SELECT ?thing WHERE { ?thing a <%s> }".formatted(iri),
            uses == 1 ? "1 thing" : uses + " things")
        : Link.query(
            "SELECT ?thing ?value WHERE { ?thing <%s> ?value }".formatted(iri),
            uses == 1 ? "1 statement" : uses + " statements");
  }

  /** The published queries that use it. */
  public List<Link> queries(Term term) {
    return mentions.of(term.node()).stream().map(OntologyPage::link).toList();
  }

  private static Link link(PublishedQuery query) {
    return new Link("/queries/" + query.path(), query.title());
  }

  /** A term or a value. */
  public Shown show(Node node, Optional<String> label) {
    return links.show(node, label);
  }
}
