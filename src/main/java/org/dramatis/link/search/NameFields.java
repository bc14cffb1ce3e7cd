package org.dramatis.link.search;

import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/** How a name is kept in the index: a document of its own. */
final class NameFields {

  static final String ENTITY = "entity";
  static final String TYPE = "type";
  static final String LANGUAGE = "language";
  static final String WORD = "word";
  static final String RANK = "rank";
  static final String LINKS = "links";

  private static final String TEXT = "text";
  private static final String KIND = "kind";

  /** What is linked more often than this is as well known as anything. */
  private static final int MANY_LINKS = 1000;

  /** Names are short; a text of which more is said cannot be found by the rest. */
  private static final int MOST_WORDS = 100;

  private NameFields() {}

  /** All that is kept of an entity; nothing if it has no name. */
  static List<Document> documents(Node entity, Graph graph) {
    Set<Name> names = Names.of(graph, entity);
    if (names.isEmpty()) {
      return List.of();
    }
    Set<Node> types = Names.types(graph, entity);
    int links = links(entity, graph);
    return names.stream().map(name -> document(name, types, links)).toList();
  }

  private static int links(Node entity, Graph graph) {
    return (int) Iter.count(Iter.limit(graph.find(Node.ANY, Node.ANY, entity), MANY_LINKS));
  }

  private static Document document(Name name, Set<Node> types, int links) {
    Document document = new Document();
    document.add(new StringField(ENTITY, name.entity().getURI(), Store.YES));
    document.add(new StoredField(TEXT, name.text()));
    document.add(new StoredField(KIND, name.kind().name()));
    document.add(new StringField(LANGUAGE, name.language(), Store.YES));
    types.stream()
        .filter(Node::isURI)
        .forEach(type -> document.add(new StringField(TYPE, type.getURI(), Store.NO)));
    Folding.words(name.text()).stream()
        .distinct()
        .limit(MOST_WORDS)
        .forEach(word -> document.add(new StringField(WORD, word, Store.NO)));
    document.add(new FeatureField(RANK, LINKS, 1 + links));
    return document;
  }

  /** The name that a document holds. */
  static Name name(Document document) {
    return new Name(
        NodeFactory.createURI(document.get(ENTITY)),
        document.get(TEXT),
        document.get(LANGUAGE),
        Name.Kind.valueOf(document.get(KIND)));
  }
}
