package org.dramatis.link.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.link.search.Name;
import org.dramatis.link.search.NamedThings;
import org.dramatis.link.search.Search;
import org.dramatis.model.TermOrder;
import org.dramatis.model.Vocabulary.Properties;

/**
 * Reads entities from a graph, in the words of Dramatis or of schema.org.
 *
 * @param graph all of it
 * @param schemes of the identifiers in it
 */
public record GraphReader(Graph graph, Schemes schemes) {

  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:-.*)?");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})");

  private static final List<Node> WHOLE =
      both("partOfSeries", "partOfSeason", Optional.of(Properties.PART_OF));
  private static final List<Node> SEASON =
      both("seasonNumber", "seasonNumber", Optional.of(Properties.SEASON_NUMBER));
  private static final List<Node> EPISODE =
      both("episodeNumber", "episodeNumber", Optional.of(Properties.EPISODE_NUMBER));
  private static final List<Node> DATE =
      both("datePublished", "dateCreated", Optional.of(Properties.DATE));
  private static final List<Node> BIRTH = both("birthDate", "startDate", Optional.empty());
  private static final List<Node> PEOPLE = both("actor", "director", Optional.empty());
  private static final List<Node> ARTISTS = both("byArtist", "creator", Optional.empty());
  private static final List<Node> SAME =
      both("sameAs", "sameAs", Optional.of(SKOS.exactMatch.asNode()));

  /** schema.org is written with both protocols. */
  private static List<Node> both(String one, String other, Optional<Node> own) {
    return Stream.concat(
            own.stream(),
            Stream.of(one, other)
                .flatMap(name ->
                    Stream.of(SchemaDO.NS, SchemaDO.NS.replace("https:", "http:"))
                        .map(base -> NodeFactory.createURI(base + name))))
        .distinct()
        .toList();
  }

  /** Everything in it that has a name and is of a kind that can be linked. */
  public Dataset dataset() {
    List<Node> all = new ArrayList<>();
    NamedThings.each(graph, all::add);
    List<Entity> entities =
        all.stream().sorted(TermOrder.INSTANCE).flatMap(node -> entity(node).stream()).toList();
    return new Dataset(entities, List.of());
  }

  private Optional<Entity> entity(Node node) {
    Optional<Kind> kind =
        values(node, RDF.type.asNode())
            .filter(Node::isURI)
            .flatMap(type -> Kind.of(type.getURI()).stream())
            .min(Comparator.naturalOrder());
    return kind.map(known ->
        new Entity(
            node.getURI(),
            node.getURI(),
            known,
            Search.names(graph, node).stream()
                .sorted(Comparator.comparing(Name::kind).thenComparing(Name::text))
                .map(Name::text)
                .distinct()
                .toList(),
            year(node),
            number(node, SEASON, NUMBER),
            number(node, EPISODE, NUMBER),
            first(node, WHOLE),
            related(node),
            identifiers(node)));
  }

  private Stream<Node> values(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
  }

  private Stream<Node> values(Node subject, List<Node> properties) {
    return properties.stream().flatMap(property -> values(subject, property));
  }

  private Stream<Node> subjects(Node property, Node object) {
    return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream();
  }

  private OptionalInt year(Node node) {
    OptionalInt own = number(node, Stream.concat(DATE.stream(), BIRTH.stream()).toList(), YEAR);
    if (own.isPresent()) {
      return own;
    }
    return subjects(Properties.RELEASE_OF, node)
        .flatMapToInt(release -> number(release, DATE, YEAR).stream())
        .min();
  }

  private OptionalInt number(Node node, List<Node> properties, Pattern pattern) {
    return values(node, properties)
        .filter(Node::isLiteral)
        .map(literal -> pattern.matcher(literal.getLiteralLexicalForm()))
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .min();
  }

  private Optional<String> first(Node node, List<Node> properties) {
    return values(node, properties).map(GraphReader::text).min(Comparator.naturalOrder());
  }

  private static String text(Node node) {
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
  }

  private List<String> related(Node node) {
    Stream<Node> credited =
        subjects(Properties.WORK, node)
            .flatMap(credit -> values(credit, List.of(Properties.AGENT, Properties.CHARACTER)));
    Stream<Node> stated = values(node, Stream.of(PEOPLE, ARTISTS).flatMap(List::stream).toList());
    return Stream.of(credited, stated, values(node, Properties.APPEARS_IN))
        .flatMap(each -> each)
        .map(GraphReader::text)
        .filter(text -> !text.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private List<Entity.Identifier> identifiers(Node node) {
    Set<Entity.Identifier> identifiers = new LinkedHashSet<>();
    Map<String, List<Scheme>> keys = schemes.byKey();
    keys.forEach((key, each) ->
        each.forEach(scheme ->
            values(node, scheme.property())
                .filter(Node::isLiteral)
                .map(literal -> scheme.read(literal.getLiteralLexicalForm()))
                .forEach(reading -> identifiers.addAll(Identifiers.of(List.of(reading))))));
    Stream.concat(Stream.of(node), values(node, SAME).filter(Node::isURI))
        .map(iri -> schemes.read(Schemes.ANY, iri.getURI()))
        .forEach(readings -> identifiers.addAll(Identifiers.of(readings)));
    return List.copyOf(identifiers);
  }
}
