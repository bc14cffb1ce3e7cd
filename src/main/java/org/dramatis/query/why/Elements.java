package org.dramatis.query.why;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.serializer.FormatterElement;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/** The smallest parts into which a pattern can be taken apart without changing what it means. */
final class Elements {

  /** What is joined, in the order of the query. */
  private final List<Element> joined = new ArrayList<>();

  /** What then takes rows away. */
  private final List<Element> removing = new ArrayList<>();

  private Elements() {}

  static Elements of(Element pattern) {
    Elements elements = new Elements();
    if (pattern instanceof ElementGroup group) {
      group.getElements().forEach(elements::part);
    } else {
      elements.part(pattern);
    }
    return elements;
  }

  List<Element> joined() {
    return joined;
  }

  List<Element> removing() {
    return removing;
  }

  private void part(Element element) {
    switch (element) {
      case ElementPathBlock block -> block.getPattern().forEach(triple -> joined.add(one(triple)));
      case ElementTriplesBlock block ->
          block.getPattern().forEach(triple -> joined.add(one(new TriplePath(triple))));
      case ElementFilter filter -> removing.add(filter);
      case ElementMinus minus -> removing.add(minus);
      case ElementGroup group when isPlain(group) -> group.getElements().forEach(this::part);
      case ElementNamedGraph named when isPlain(named.getElement()) -> inGraph(named);
      default -> joined.add(element);
    }
  }

  /** The patterns of one graph, each asked of that graph. */
  private void inGraph(ElementNamedGraph named) {
    Elements inside = new Elements();
    inside.part(named.getElement());
    Node name = named.getGraphNameNode();
    inside.joined.forEach(pattern -> joined.add(new ElementNamedGraph(name, group(pattern))));
  }

  /** Whether it is nothing but patterns, so that it does not matter where it is bracketed. */
  private static boolean isPlain(Element element) {
    return switch (element) {
      case ElementPathBlock _, ElementTriplesBlock _ -> true;
      case ElementGroup group -> group.getElements().stream().allMatch(Elements::isPlain);
      default -> false;
    };
  }

  private static Element one(TriplePath triple) {
    ElementPathBlock block = new ElementPathBlock();
    block.addTriple(triple);
    return block;
  }

  static ElementGroup group(Element... parts) {
    return group(List.of(parts));
  }

  static ElementGroup group(List<Element> parts) {
    ElementGroup group = new ElementGroup();
    parts.forEach(group::addElement);
    return group;
  }

  static String kind(Element element) {
    return switch (element) {
      case ElementPathBlock _ -> "pattern";
      case ElementFilter _ -> "filter";
      case ElementMinus _ -> "minus";
      case ElementNamedGraph _ -> "graph";
      case ElementOptional _ -> "optional";
      case ElementUnion _ -> "union";
      case ElementData _ -> "values";
      case ElementBind _ -> "bind";
      case ElementSubQuery _ -> "sub-query";
      default -> "group";
    };
  }

  /** As it can be written in the query, on one line. */
  static String text(Element element, Query query) {
    IndentedLineBuffer out = new IndentedLineBuffer();
    FormatterElement.format(out, new SerializationContext(query), element);
    return out.asString().replaceAll("\\s+", " ").strip();
  }

  /** Whether it can leave rows out, by itself or by what it is joined with. */
  static boolean restricts(Element element) {
    return !(element instanceof ElementOptional || element instanceof ElementBind);
  }
}
