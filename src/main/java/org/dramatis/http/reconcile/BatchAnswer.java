package org.dramatis.http.reconcile;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.link.reconcile.Candidate;
import org.dramatis.link.search.Summary;

/** Writes candidates for one query after another. */
final class BatchAnswer {

  private final Protocol protocol;
  private final JsonBuilder json = JsonBuilder.create();

  /** An answer in a version of the API. */
  BatchAnswer(Protocol protocol) {
    this.protocol = protocol;
    json.startObject();
    if (protocol == Protocol.V1_0) {
      json.key("results").startArray();
    }
  }

  /** Adds the candidates for a query, and says how many characters that may be. */
  long add(String key, List<Candidate> candidates) {
    switch (protocol) {
      case V0_2 -> json.key(key).startObject().key("result");
      case V1_0 -> json.startObject().key("candidates");
    }
    json.startArray();
    candidates.forEach(this::write);
    json.finishArray().finishObject();
    return CHARACTERS * (1L + candidates.size());
  }

  private static final long CHARACTERS = 1000;

  private void write(Candidate candidate) {
    json.startObject().pair("id", candidate.entity().getURI()).pair("name", candidate.name());
    candidate.summary().description().ifPresent(text -> json.pair("description", text));
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
    if (protocol == Protocol.V1_0) {
      json.finishArray();
    }
    return json.finishObject().build() + "\n";
  }
}
