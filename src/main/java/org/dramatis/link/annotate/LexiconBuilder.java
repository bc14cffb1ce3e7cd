package org.dramatis.link.annotate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.dramatis.link.search.Name;
import org.dramatis.link.search.Search;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Vocabulary.Classes;

/** Makes a lexicon of what entities of a graph are called. */
final class LexiconBuilder {

  /** What is named to be read about and not to be spoken of, and the vocabulary itself. */
  private static final Set<Node> UNSPOKEN =
      Set.of(
          Classes.SOURCE,
          Classes.MEASUREMENT,
          Classes.RELEASE,
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode(),
          OWL2.Ontology.asNode(),
          RDFS.Class.asNode(),
          RDF.Property.asNode(),
          SKOS.Concept.asNode(),
          SKOS.ConceptScheme.asNode(),
          NodeFactory.createURI(Namespaces.TERMS + "IdentifierScheme"));

  /** Those who are also called by a part of their names. */
  private static final Set<Node> PEOPLE = Set.of(Classes.PERSON, Classes.CHARACTER);

  /** A text that is longer is no name. */
  private static final int MOST_WORDS = 40;

  private static final int SHORTEST_PART = 2;

  private static final long BYTES_OF_A_NAME = 200;

  private final Table table = new Table();
  private final List<List<Entry>> entries = new ArrayList<>();
  private final LongConsumer cost;
  private final Kinds kinds;

  /**
   * Begins one.
   *
   * @param kinds the words for kinds of things
   * @param cost is told of the memory that each name takes
   */
  LexiconBuilder(Kinds kinds, LongConsumer cost) {
    this.kinds = kinds;
    this.cost = cost;
  }

  /** All that was added. */
  Lexicon lexicon() {
    return new Lexicon(table, entries);
  }

  /** Adds whatever an entity is called; nothing if it is not spoken of. */
  void add(Graph graph, Node entity) {
    Set<Node> types =
        graph
            .find(entity, RDF.type.asNode(), Node.ANY)
            .mapWith(triple -> triple.getObject())
            .toSet();
    if (types.stream().anyMatch(UNSPOKEN::contains)) {
      return;
    }
    boolean person = types.stream().anyMatch(PEOPLE::contains);
    boolean credited = !types.contains(Classes.CHARACTER);
    for (Name name : Search.names(graph, entity)) {
      // In the credits stands what the actor is called, also where the character is told.
      if (credited || name.kind() != Name.Kind.CREDITED) {
        add(name, person);
      }
    }
  }

  private void add(Name name, boolean person) {
    cost.accept(BYTES_OF_A_NAME);
    List<Token> words = words(name.text());
    if (words.isEmpty() || words.size() > MOST_WORDS) {
      return;
    }
    Entry whole = kinds.isKindWithNumber(name.text()) ? Entry.description(name) : Entry.of(name);
    add(words, whole);
    boolean parted = words.stream().noneMatch(word -> word.writing().isByLetter());
    if (person && parted && words.size() > 1 && whole.form() == Entry.Form.NAME) {
      addPart(name, words.getFirst());
      addPart(name, words.getLast());
    }
  }

  private void addPart(Name name, Token word) {
    int letters = name.text().codePointCount(word.start(), word.end());
    if (letters > SHORTEST_PART
        && Casing.of(name.text(), word.start(), word.end()) != Casing.SMALL) {
      add(List.of(word), new Entry(name, Entry.Form.PART));
    }
  }

  private void add(List<Token> words, Entry entry) {
    long hash = 0;
    for (Token word : words) {
      hash = Tokens.join(hash, word.hash());
      table.putIfAbsent(hash, Table.BEGINNING);
    }
    int known = table.get(hash);
    if (known >= 0) {
      entries.get(known).add(entry);
    } else {
      table.put(hash, entries.size());
      entries.add(new ArrayList<>(List.of(entry)));
    }
  }

  private static List<Token> words(String text) {
    List<Token> words = new ArrayList<>();
    Iterator<Token> tokens = new Tokens(text);
    while (tokens.hasNext() && words.size() <= MOST_WORDS) {
      words.add(tokens.next());
    }
    return words;
  }
}
