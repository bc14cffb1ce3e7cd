package org.dramatis.http.reconcile;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonString;
import org.dramatis.link.reconcile.Candidate;
import org.dramatis.link.search.Summary;

/**
 * The candidates for one query after another, written as they are found: of a batch only the text
 * is kept. It is sent when the last query is answered, so that a batch that fails is a problem and
 * never the first half of an answer.
 */
final class BatchAnswer {

  private static final int BYTES_A_CHARACTER = 2;

  private final Protocol protocol;
  private final StringBuilder text = new StringBuilder();
  private boolean isFirst = true;

  /** An answer in a version of the API. */
  BatchAnswer(Protocol protocol) {
    this.protocol = protocol;
    text.append(
        switch (protocol) {
          case V0_2 -> "{";
          case V1_0 -> "{\"results\":[";
        });
  }

  /** Adds the candidates for a query, and says how many bytes of memory they take. */
  long add(String key, List<Candidate> candidates) {
    int before = text.length();
    if (!isFirst) {
      text.append(",\n");
    }
    isFirst = false;
    String member =
        switch (protocol) {
          case V0_2 -> {
            text.append(new JsonString(key)).append(':');
            yield "result";
          }
          case V1_0 -> "candidates";
        };
    JsonBuilder json = JsonBuilder.create().startObject().key(member).startArray();
    candidates.forEach(candidate -> write(candidate, json));
    text.append(json.finishArray().finishObject().build());
    return (long) BYTES_A_CHARACTER * (text.length() - before);
  }

  private static void write(Candidate candidate, JsonBuilder json) {
    json.startObject().pair("id", candidate.entity().getURI()).pair("name", candidate.name());
    candidate.summary().description().ifPresent(words -> json.pair("description", words));
    json.key("type").startArray();
    candidate.summary().types().forEach(type -> writeType(type, json));
    json.finishArray()
        .pair("score", candidate.score())
        .pair("match", candidate.match())
        .key("features")
        .startArray();
    candidate
        .features()
        .forEach(feature ->
            json.startObject()
                .pair("id", feature.id())
                .pair("name", feature.name())
                .pair("value", feature.value())
                .finishObject());
    json.finishArray().finishObject();
  }

  /** A type with its id and name. */
  static void writeType(Summary.Type type, JsonBuilder json) {
    json.startObject()
        .pair("id", Ids.shortened(type.iri()))
        .pair("name", type.label())
        .finishObject();
  }

  /** All of it. */
  String text() {
    text.append(
        switch (protocol) {
          case V0_2 -> "}\n";
          case V1_0 -> "]}\n";
        });
    return text.toString();
  }
}
