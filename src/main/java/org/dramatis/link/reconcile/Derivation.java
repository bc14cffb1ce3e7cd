package org.dramatis.link.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.dramatis.link.reconcile.Property.Value;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** How something follows from several statements. */
sealed interface Derivation {

  /** What follows for an entity. */
  List<Value> values(Graph graph, Node entity);

  /** For whom a value follows; of none, if it is shared by so many that nothing is found by it. */
  default Stream<Node> holders(Graph graph, Node value) {
    return Stream.empty();
  }

  /** The series around a part. */
  record InSeries() implements Derivation {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      return Wholes.of(graph, entity).stream()
          .filter(whole -> graph.contains(whole.node(), RDF.type.asNode(), Classes.SERIES))
          .toList();
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return Wholes.parts(graph, value).stream();
    }
  }

  /** The number of a season, or of the one around a part. */
  record SeasonNumber() implements Derivation {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      List<Value> numbers = new ArrayList<>();
      List<Value> seasons = new ArrayList<>(Wholes.of(graph, entity));
      seasons.addFirst(new Value(entity, List.of()));
      for (Value season : seasons) {
        for (Triple number :
            graph.find(season.node(), Properties.SEASON_NUMBER, Node.ANY).toList()) {
          numbers.add(new Value(number.getObject(), and(season.evidence(), number)));
        }
      }
      return numbers;
    }

    private static List<Triple> and(List<Triple> evidence, Triple last) {
      return Stream.concat(evidence.stream(), Stream.of(last)).toList();
    }
  }

  /** The years of the releases of a work. */
  record ReleaseYear() implements Derivation {

    private static final Pattern YEAR_OF_DATE = Pattern.compile("(-?\\d{4,})(?:-.*)?");

    @Override
    public List<Value> values(Graph graph, Node entity) {
      List<Value> years = new ArrayList<>();
      for (Triple release : graph.find(Node.ANY, Properties.RELEASE_OF, entity).toList()) {
        for (Triple date : graph.find(release.getSubject(), Properties.DATE, Node.ANY).toList()) {
          year(date.getObject())
              .ifPresent(year -> years.add(new Value(year, List.of(release, date))));
        }
      }
      return years;
    }

    private static Optional<Node> year(Node date) {
      if (!date.isLiteral()) {
        return Optional.empty();
      }
      Matcher year = YEAR_OF_DATE.matcher(date.getLiteralLexicalForm());
      return year.matches()
          ? Optional.of(NodeFactory.createLiteralDT(year.group(1), XSDDatatype.XSDgYear))
          : Optional.empty();
    }
  }

  /**
   * What a credit ties an entity to.
   *
   * @param as the part that the entity has in the credit
   * @param wanted the part that the value has in it
   */
  record Credited(Node as, Node wanted) implements Derivation {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      Set<Node> seen = new HashSet<>();
      List<Value> values = new ArrayList<>();
      for (Triple credit : graph.find(Node.ANY, as, entity).toList()) {
        for (Triple other : graph.find(credit.getSubject(), wanted, Node.ANY).toList()) {
          if (other.getObject().isURI() && seen.add(other.getObject())) {
            values.add(new Value(other.getObject(), List.of(credit, other)));
          }
        }
      }
      return values;
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return new Credited(wanted, as).values(graph, value).stream().map(Value::node);
    }
  }
}
