package org.dramatis.link.annotate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dramatis.ingest.CanonicalTurtle;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Outcome;
import org.dramatis.link.search.Search;
import org.dramatis.link.search.Summary;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.dramatis.model.Terms;
import org.dramatis.model.Vocabulary.Classes;
import org.dramatis.model.Vocabulary.Properties;

/**
 * The beginning of a seed: the source, its sentences, and the names in it that the graph knows. The
 * words of the text are not in it, but their places and digests, and names that the graph has.
 */
public final class Draft {

  /**
   * The source that is made.
   *
   * @param slug by which its IRI ends
   * @param label what it is called
   * @param language of that, and of names without one
   */
  public record Source(String slug, String label, String language) {

    /** Its IRI. */
    public Node node() {
      return NodeFactory.createURI(Namespaces.source(slug));
    }
  }

  private static final String ENGLISH = "en";

  private final Source source;
  private final String text;
  private final Graph graph;
  private final StringBuilder turtle = new StringBuilder();
  private final List<String> remarks = new ArrayList<>();
  private final Set<Node> passages = new HashSet<>();
  private final Set<List<Node>> named = new HashSet<>();
  private final Set<String> labels = new HashSet<>();
  private int claims;

  private Draft(Source source, String text, Graph graph) {
    this.source = source;
    this.text = text;
    this.graph = graph;
  }

  /**
   * Makes a draft in canonical Turtle.
   *
   * @param text of the source
   * @param graph in which names are known
   */
  public static Outcome<String> of(Source source, String text, Graph graph) {
    Draft draft = new Draft(source, text, graph);
    Namespaces.prefixes()
        .forEach((prefix, iri) -> draft.turtle.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    String passages = Namespaces.passages(source.slug());
    draft.turtle.append(
        "PREFIX c: <%s>%nPREFIX p: <%s>%n".formatted(Namespaces.claims(source.slug()), passages));
    draft.write();
    String header = new DraftHeader(source).write(draft.remarks);
    return CanonicalTurtle.format(
        new Document(
            source.slug() + ".ttl",
            Lang.TURTLE,
            (header + draft.turtle).getBytes(StandardCharsets.UTF_8)));
  }

  private void write() {
    state(source.node(), RDF.type.asNode(), Classes.ARTICLE);
    state(source.node(), RDF.type.asNode(), Classes.SOURCE);
    state(source.node(), RDFS.label.asNode(), literal(source.label(), source.language()));
    state(source.node(), Properties.TEXT_LENGTH, number(text.codePointCount(0, text.length())));
    state(source.node(), Properties.TEXT_SHA256, digest(text));
    List<Sentences.Sentence> sentences = Sentences.of(text);
    for (int i = 0; i < sentences.size(); i++) {
      passage(new Mention.Range(sentences.get(i).start(), sentences.get(i).end()), i + 1);
    }
    Dictionary dictionary = Dictionary.of(graph);
    for (Mention mention :
        new Annotator(dictionary, graph, Optional.empty(), bytes -> {}).mentions(text)) {
      // A name that goes on behind the end of a sentence shows that the end is none.
      if (mention.range().end() <= sentences.get(mention.sentence()).end()) {
        write(mention);
      }
    }
  }

  private void write(Mention mention) {
    int number = mention.sentence() + 1;
    Node passage = passage(mention.range(), number);
    Mention.Candidate chosen = mention.chosen();
    StringBuilder remark =
        new StringBuilder(
            "%d, %s: %s %s"
                .formatted(
                    number,
                    passage.getURI().substring(passage.getURI().lastIndexOf('/') + 1),
                    Terms.show(chosen.entry().entity()),
                    score(chosen)));
    mention.candidates().stream()
        .skip(1)
        .forEach(other ->
            remark.append(
                ", or %s %s".formatted(Terms.show(other.entry().entity()), score(other))));
    remarks.add(remark.toString());
    if (chosen.entry().form() != Entry.Form.PART) {
      name(chosen, passage);
    }
  }

  private static String score(Mention.Candidate candidate) {
    return String.format(Locale.ROOT, "%.2f", candidate.score());
  }

  /** The claim that the text calls something so, where it does for the first time. */
  private void name(Mention.Candidate chosen, Node passage) {
    Node entity = chosen.entry().entity();
    String language = chosen.name().language();
    Node name = literal(chosen.name().text(), language.isEmpty() ? source.language() : language);
    if (!named.add(List.of(entity, name))) {
      return;
    }
    claims++;
    Node claim = NodeFactory.createURI(Namespaces.claims(source.slug()) + claims);
    state(claim, RDF.type.asNode(), Classes.CLAIM);
    state(claim, RDFS.label.asNode(), literal(label(chosen), ENGLISH));
    state(claim, Properties.SOURCE, source.node());
    state(claim, Properties.PASSAGE, passage);
    Map.of(
            Properties.LAYER, "layer/real",
            Properties.MODALITY, "modality/plain",
            Properties.POLARITY, "polarity/affirmed",
            Properties.TOPIC, "topic/naming")
        .forEach((property, concept) ->
            state(claim, property, NodeFactory.createURI(Namespaces.VOCABULARY + concept)));
    turtle.append(
        "%s %s %s ~ %s .%n"
            .formatted(write(entity), write(Properties.NAME), write(name), write(claim)));
  }

  /** No two claims may read alike, though two things have the same label and name. */
  private String label(Mention.Candidate chosen) {
    Node entity = chosen.entry().entity();
    Summary summary = Search.summary(graph, entity, Optional.of(ENGLISH));
    String kind = summary.types().stream().findFirst().map(Summary.Type::label).orElse("thing");
    String label =
        "The article calls the %s %s “%s”"
            .formatted(kind, summary.label().orElse(chosen.name().text()), chosen.name().text());
    return labels.add(label) ? label : "%s, that is %s".formatted(label, Terms.show(entity));
  }

  private Node passage(Mention.Range range, int sentence) {
    int start = text.codePointCount(0, range.start());
    int end = start + text.codePointCount(range.start(), range.end());
    Node passage =
        NodeFactory.createURI("%s%d-%d".formatted(Namespaces.passages(source.slug()), start, end));
    if (passages.add(passage)) {
      state(passage, RDF.type.asNode(), Classes.PASSAGE);
      state(passage, Properties.DOCUMENT, source.node());
      state(passage, Properties.SENTENCE, number(sentence));
      state(passage, Properties.START, number(start));
      state(passage, Properties.END, number(end));
      state(passage, Properties.SHA256, digest(range.in(text)));
    }
    return passage;
  }

  private void state(Node subject, Node predicate, Node object) {
    turtle.append("%s %s %s .%n".formatted(write(subject), write(predicate), write(object)));
  }

  private static String write(Node node) {
    return NodeFmtLib.strNT(node);
  }

  private static Node literal(String value, String language) {
    return NodeFactory.createLiteralLang(value, language);
  }

  private static Node digest(String words) {
    return NodeFactory.createLiteralString(Sha256.of(words).hex());
  }

  private static Node number(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }
}
