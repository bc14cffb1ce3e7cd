package org.dramatis.http.lookup;

import java.util.List;
import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.link.identifier.Held;
import org.dramatis.link.identifier.Identified;
import org.dramatis.link.identifier.Scheme;
import org.dramatis.model.Version;

/** Writes what was found for programs. */
final class LookupJson {

  private final JsonBuilder json = JsonBuilder.create();

  private LookupJson() {}

  /** One answer. */
  static String one(Version version, LookupAnswer answer) {
    LookupJson writer = new LookupJson();
    writer.json.startObject().pair("version", version.number());
    writer.write(answer);
    return writer.end();
  }

  /** Many, in the order in which they were asked for. */
  static String all(Version version, List<LookupAnswer> answers) {
    LookupJson writer = new LookupJson();
    writer.json.startObject().pair("version", version.number()).key("results").startArray();
    for (LookupAnswer answer : answers) {
      writer.json.startObject();
      writer.write(answer);
      writer.json.finishObject();
    }
    writer.json.finishArray();
    return writer.end();
  }

  /** An entity with all its identifiers. */
  static String of(Version version, Identified entity) {
    LookupJson writer = new LookupJson();
    writer.json.startObject().pair("version", version.number());
    writer.write(entity);
    return writer.end();
  }

  private String end() {
    return json.finishObject().build() + "\n";
  }

  private void write(LookupAnswer answer) {
    json.key("asked")
        .startObject()
        .pair("scheme", answer.asked().key())
        .pair("id", answer.asked().text())
        .finishObject()
        .pair("status", answer.outcome().title());
    json.key("read").startArray();
    answer
        .read()
        .forEach(identifier -> {
          json.startObject();
          identifier(identifier.scheme(), identifier.value());
          json.finishObject();
        });
    json.finishArray().key("entities").startArray();
    answer
        .entities()
        .forEach(entity -> {
          json.startObject();
          write(entity);
          json.finishObject();
        });
    json.finishArray().key("conflicts").startArray();
    answer.conflicts().forEach(json::value);
    json.finishArray();
    answer
        .complaint()
        .ifPresent(
            complaint -> json.pair("detail", complaint.detail()).pair("hint", complaint.hint()));
  }

  private void write(Identified entity) {
    json.pair("iri", entity.entity().getURI());
    entity.label().ifPresent(label -> json.pair("label", label));
    json.key("types").startArray();
    entity.types().forEach(type -> json.value(type.getURI()));
    json.finishArray().key("identifiers").startArray();
    entity.identifiers().forEach(this::write);
    json.finishArray();
  }

  private void write(Held held) {
    json.startObject();
    identifier(held.scheme(), held.value());
    json.key("claims").startArray();
    for (Held.Said said : held.claims()) {
      json.startObject().pair("claim", said.claim().getURI());
      said.source().ifPresent(source -> json.pair("source", source.getURI()));
      said.modality().ifPresent(modality -> json.pair("modality", modality.getURI()));
      said.certainty().ifPresent(certainty -> json.pair("certainty", certainty.getURI()));
      json.finishObject();
    }
    json.finishArray().finishObject();
  }

  private void identifier(Scheme scheme, String value) {
    json.pair("scheme", scheme.key())
        .pair("property", scheme.property().getURI())
        .pair("id", value);
    scheme.page(value).ifPresent(page -> json.pair("page", page));
  }
}
