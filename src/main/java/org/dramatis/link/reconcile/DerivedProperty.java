package org.dramatis.link.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/** Something that follows from several statements: who tells things apart thinks in such words. */
public enum DerivedProperty implements Property {
  /** Of a season or an episode. */
  IN_SERIES("in series", "The series of which a work is a part, directly or not.", Classes.WORK) {
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
  },
  /** Of a season or an episode. */
  SEASON(
      "season", "The number of a season, or of the one of which a work is a part.", Classes.WORK) {
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
  },
  /** Of a work. */
  YEAR("year", "The year of a release of a work.", Classes.WORK) {
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
  },
  /** Of a person. */
  PLAYS_CHARACTER("plays character", "A character that somebody is credited with.", Classes.AGENT) {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      return credited(graph, entity, Properties.AGENT, Properties.CHARACTER);
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return PLAYED_BY.values(graph, value).stream().map(Value::node);
    }
  },
  /** Of a character. */
  PLAYED_BY("played by", "Who is credited with a character.", Classes.CHARACTER) {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      return credited(graph, entity, Properties.CHARACTER, Properties.AGENT);
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return PLAYS_CHARACTER.values(graph, value).stream().map(Value::node);
    }
  },
  /** Of a person. */
  CREDITED_ON("credited on", "A work on which somebody has a credit.", Classes.AGENT) {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      return credited(graph, entity, Properties.AGENT, Properties.WORK);
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return CREDITS.values(graph, value).stream().map(Value::node);
    }
  },
  /** Of a work. */
  CREDITS("credits", "Who has a credit on a work.", Classes.WORK) {
    @Override
    public List<Value> values(Graph graph, Node entity) {
      return credited(graph, entity, Properties.WORK, Properties.AGENT);
    }

    @Override
    public Stream<Node> holders(Graph graph, Node value) {
      return CREDITED_ON.values(graph, value).stream().map(Value::node);
    }
  };

  private static final Pattern YEAR_OF_DATE = Pattern.compile("(-?\\d{4,})(?:-.*)?");

  private final String title;
  private final String description;
  private final String domain;

  DerivedProperty(String title, String description, Node domain) {
    this.title = title;
    this.description = description;
    this.domain = domain.getURI();
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Optional<String> description() {
    return Optional.of(description);
  }

  @Override
  public boolean identifies() {
    return false;
  }

  @Override
  public boolean isOf(EntityType type, Schema schema) {
    return schema.broadened(type).contains(NodeFactory.createURI(domain));
  }

  /** A year or a number is shared by so many that nothing is found by it alone. */
  @Override
  public Stream<Node> holders(Graph graph, Node value) {
    return Stream.empty();
  }

  private static List<Value> credited(Graph graph, Node entity, Node as, Node wanted) {
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

  private static List<Triple> and(List<Triple> evidence, Triple last) {
    return Stream.concat(evidence.stream(), Stream.of(last)).toList();
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
