package org.dramatis.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.model.Vocabulary.Properties;

/** A thing in the words of schema.org, as far as it has them. What it is related to is named. */
public final class SchemaView {

  private static final String THING = "Thing";

  private static final List<Node> LABELS = List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode());

  private final Graph data;
  private final Node thing;
  private final String type;
  private final Consumer<Triple> cost;
  private final Graph view = GraphFactory.createDefaultGraph();

  private SchemaView(Graph data, Node thing, Consumer<Triple> cost) {
    this.data = data;
    this.thing = thing;
    this.cost = cost;
    this.type = type(thing);
    view.getPrefixMapping().setNsPrefix("schema", SchemaWords.NS);
  }

  /**
   * The view of a thing.
   *
   * @param cost is told every statement that is kept, and may throw to end the work
   */
  public static Graph of(Graph data, Node thing, Consumer<Triple> cost) {
    SchemaView schema = new SchemaView(data, thing, cost);
    schema.name(thing);
    schema.texts();
    schema.relations();
    schema.pages();
    schema.credits();
    schema.release();
    return schema.view;
  }

  private String type(Node node) {
    return objects(node, RDF.Nodes.type).stream()
        .flatMap(ours -> SchemaWords.type(ours).stream())
        .min(Comparator.naturalOrder())
        .orElse(THING);
  }

  private void say(Node subject, Node property, Node value) {
    Triple triple = Triple.create(subject, property, value);
    if (!view.contains(triple)) {
      cost.accept(triple);
      view.add(triple);
    }
  }

  private void name(Node node) {
    say(node, RDF.Nodes.type, SchemaWords.word(type(node)));
    label(node).ifPresent(label -> say(node, SchemaWords.NAME, text(label)));
  }

  private void relate(Node property, Node other) {
    say(thing, property, other);
    name(other);
  }

  private void texts() {
    Optional<String> label = label(thing);
    objects(thing, Properties.NAME).stream()
        .map(Node::getLiteralLexicalForm)
        .filter(name -> label.isEmpty() || !name.equals(label.get()))
        .forEach(name -> say(thing, SchemaWords.ALTERNATE_NAME, text(name)));
    objects(thing, RDFS.Nodes.comment).stream()
        .map(Node::getLiteralLexicalForm)
        .forEach(comment -> say(thing, SchemaWords.DESCRIPTION, text(comment)));
    objects(thing, Properties.GENRE).stream()
        .flatMap(genre -> label(genre).stream())
        .forEach(genre -> say(thing, SchemaWords.GENRE, text(genre)));
  }

  private void relations() {
    for (Triple triple : data.find(thing, Node.ANY, Node.ANY).toList()) {
      Node value = triple.getObject();
      SchemaWords.property(triple.getPredicate())
          .ifPresent(property -> {
            if (value.isURI()) {
              relate(property, value);
            } else {
              say(thing, property, value);
            }
          });
    }
    objects(thing, Properties.PART_OF)
        .forEach(whole -> relate(SchemaWords.part(type, type(whole)), whole));
  }

  /** The pages of its identifiers in other catalogues. */
  private void pages() {
    for (Triple triple : data.find(thing, Node.ANY, Node.ANY).toList()) {
      Node value = triple.getObject();
      if (value.isLiteral()) {
        objects(triple.getPredicate(), Properties.URL_TEMPLATE)
            .forEach(template ->
                say(
                    thing,
                    SchemaWords.SAME_AS,
                    NodeFactory.createURI(
                        template
                            .getLiteralLexicalForm()
                            .replace("$1", value.getLiteralLexicalForm()))));
      }
    }
  }

  private void credits() {
    for (Node end : List.of(Properties.WORK, Properties.AGENT)) {
      for (Node credit : subjects(end, thing)) {
        for (Node role : objects(credit, Properties.ROLE)) {
          credit(credit, role);
        }
      }
    }
  }

  private void credit(Node credit, Node role) {
    for (Node property : objects(role, Properties.FLAT_PROPERTY)) {
      if (property.getURI().startsWith(SchemaWords.NS)) {
        for (Node work : objects(credit, Properties.WORK)) {
          for (Node agent : objects(credit, Properties.AGENT)) {
            edge(work, property, agent);
          }
        }
      }
    }
  }

  /**
   * What is neither a person nor an organization, as those who are not named, is no agent there.
   */
  private void edge(Node work, Node property, Node agent) {
    String agentType = type(agent);
    if (!agentType.equals(THING)) {
      say(work, SchemaWords.credit(property, type(work), agentType), agent);
      name(work);
      name(agent);
    }
  }

  private void release() {
    subjects(Properties.RELEASE_OF, thing).stream()
        .flatMap(release -> objects(release, Properties.DATE).stream())
        .min(Comparator.comparing(Node::getLiteralLexicalForm))
        .ifPresent(date -> say(thing, SchemaWords.DATE_PUBLISHED, date));
  }

  private Optional<String> label(Node node) {
    return data
        .find(node, Node.ANY, Node.ANY)
        .filterKeep(triple -> LABELS.contains(triple.getPredicate()))
        .mapWith(Triple::getObject)
        .filterKeep(Node::isLiteral)
        .toList()
        .stream()
        .min(
            Comparator.<Node, Boolean>comparing(label -> !label.getLiteralLanguage().equals("en"))
                .thenComparing(Node::getLiteralLexicalForm))
        .map(Node::getLiteralLexicalForm);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private List<Node> objects(Node subject, Node property) {
    return data.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private List<Node> subjects(Node property, Node object) {
    return data.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList();
  }
}
