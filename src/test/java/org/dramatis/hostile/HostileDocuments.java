package org.dramatis.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;

/** All documents that have to be refused, topic by topic, and the harmless ones beside them. */
final class HostileDocuments {

  /** The family of what is wrong only where there is no base, as there is in an upload. */
  static final String RELATIVE_IRIS = "relative IRIs without a base";

  private HostileDocuments() {}

  /** Every case, in a fixed order. */
  static List<HostileDocument> all() {
    return Stream.of(
            new EncodingDocuments(),
            new CutOffDocuments(),
            new NestedDocuments(),
            new TermDocuments(),
            new XmlDocuments(),
            new JsonDocuments(),
            new TurtleDocuments())
        .flatMap(topic -> topic.cases().stream())
        .toList();
  }

  /** The harmless document of each syntax, to show that it is the hole that matters. */
  static Map<Lang, String> harmless() {
    Map<Lang, String> plain = new LinkedHashMap<>();
    DocumentTopic.HARMLESS.forEach((lang, text) -> plain.put(lang, text.replace("~", "")));
    return plain;
  }
}
