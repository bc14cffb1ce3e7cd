package org.dramatis.http.annotate;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import org.dramatis.link.annotate.Entry;
import org.dramatis.link.annotate.Mention;
import org.dramatis.link.search.Summary;

/**
 * Writes what was found for programs, a line for each mention: indented as other answers are, that
 * of a long text would take several times as long to write as to find.
 */
final class AnnotationJson {

  private final Annotated annotated;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonGenerator json = Json.createGenerator(out);

  private AnnotationJson(Annotated annotated) {
    this.annotated = annotated;
  }

  /** The bytes of it, in UTF-8. */
  static byte[] of(Annotated annotated) {
    AnnotationJson writer = new AnnotationJson(annotated);
    writer.write();
    return writer.out.toByteArray();
  }

  private void write() {
    json.writeStartObject()
        .write("version", annotated.version().number())
        .write("length", annotated.length())
        .writeStartArray("mentions");
    endLine();
    for (Annotated.Mark mark : annotated.marks()) {
      write(mark);
      endLine();
    }
    json.writeEnd().writeEnd();
    endLine();
  }

  private void endLine() {
    json.flush();
    out.write('\n');
  }

  private void write(Annotated.Mark mark) {
    Mention mention = mark.mention();
    json.writeStartObject()
        .write("start", mark.start())
        .write("end", mark.end())
        .write("text", annotated.words(mark));
    if (annotated.given().markup().isPresent()) {
      String text = annotated.given().text();
      json.write("textStart", mention.place())
          .write(
              "textEnd",
              mention.place()
                  + text.codePointCount(mention.range().start(), mention.range().end()));
    }
    json.write("iri", mention.chosen().entry().entity().getURI())
        .write("score", mention.chosen().score())
        .writeStartArray("candidates");
    mention.candidates().forEach(this::write);
    json.writeEnd().writeEnd();
  }

  private void write(Mention.Candidate candidate) {
    json.writeStartObject()
        .write("iri", candidate.entry().entity().getURI())
        .write("label", annotated.label(candidate))
        .writeStartArray("types");
    annotated.summary(candidate).types().stream().map(Summary.Type::iri).forEach(json::write);
    json.writeEnd()
        .write("score", candidate.score())
        .writeStartObject("matched")
        .write("name", candidate.name().text());
    if (!candidate.name().language().isEmpty()) {
      json.write("language", candidate.name().language());
    }
    json.write("kind", candidate.name().kind().title());
    if (candidate.entry().form() != Entry.Form.NAME) {
      json.write("form", candidate.entry().form().title());
    }
    json.writeEnd().writeEnd();
  }
}
