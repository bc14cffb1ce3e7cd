package org.dramatis.http.annotate;

import org.apache.jena.atlas.json.JsonBuilder;
import org.dramatis.link.annotate.Entry;
import org.dramatis.link.annotate.Mention;
import org.dramatis.link.search.Summary;

/** Writes what was found for programs. */
final class AnnotationJson {

  private final Annotated annotated;
  private final JsonBuilder json = JsonBuilder.create();

  private AnnotationJson(Annotated annotated) {
    this.annotated = annotated;
  }

  static String of(Annotated annotated) {
    AnnotationJson writer = new AnnotationJson(annotated);
    writer
        .json
        .startObject()
        .pair("version", annotated.version().number())
        .pair("length", annotated.length())
        .key("mentions")
        .startArray();
    annotated.marks().forEach(writer::write);
    return writer.json.finishArray().finishObject().build() + "\n";
  }

  private void write(Annotated.Mark mark) {
    Mention mention = mark.mention();
    json.startObject()
        .pair("start", mark.start())
        .pair("end", mark.end())
        .pair("text", annotated.words(mark));
    if (annotated.given().markup().isPresent()) {
      String text = annotated.given().text();
      json.pair("textStart", mention.place())
          .pair(
              "textEnd",
              mention.place()
                  + text.codePointCount(mention.range().start(), mention.range().end()));
    }
    json.pair("iri", mention.chosen().entry().entity().getURI())
        .pair("score", mention.chosen().score())
        .key("candidates")
        .startArray();
    mention.candidates().forEach(this::write);
    json.finishArray().finishObject();
  }

  private void write(Mention.Candidate candidate) {
    json.startObject()
        .pair("iri", candidate.entry().entity().getURI())
        .pair("label", annotated.label(candidate))
        .key("types")
        .startArray();
    annotated.summary(candidate).types().stream().map(Summary.Type::iri).forEach(json::value);
    json.finishArray().pair("score", candidate.score());
    json.key("matched").startObject().pair("name", candidate.name().text());
    if (!candidate.name().language().isEmpty()) {
      json.pair("language", candidate.name().language());
    }
    json.pair("kind", candidate.name().kind().title());
    if (candidate.entry().form() != Entry.Form.NAME) {
      json.pair("form", candidate.entry().form().title());
    }
    json.finishObject().finishObject();
  }
}
