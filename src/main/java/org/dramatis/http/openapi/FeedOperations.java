package org.dramatis.http.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.dump.DumpEndpoint;
import org.dramatis.http.dump.DumpName;
import org.dramatis.http.feed.ChangesEndpoint;
import org.dramatis.http.feed.FeedForm;

/** Keeping in step: {@code /changes} and {@code /dump}. */
final class FeedOperations {

  private static final String FIRST = "1";

  private FeedOperations() {}

  static List<Operation> all() {
    return List.of(changes(), latest(), description(), dump());
  }

  private static Operation changes() {
    List<FeedForm> forms =
        Stream.of(FeedForm.values()).filter(form -> form != FeedForm.PAGE).toList();
    return Operation.get(
        ChangesEndpoint.PATH,
        "changes",
        "What changed since a version",
        Tags.FEED,
        Field.all(
            ChangesEndpoint.PARAMETERS,
            Field.optional(
                    "since",
                    "The last version that you have: its number, or its Dramatis-Version-Id.",
                    Schemas.text())
                .like("0"),
            Field.optional("limit", "How many versions a page holds.", Schemas.integer(1))
                .like(JsonNumber.value(2)),
            Field.optional(
                Options.FORMAT,
                "The form; it goes before the header Accept.",
                Schemas.oneOf(forms.stream().map(FeedForm::key).toList()))),
        Success.ok(
            "The changes, and in Link the next page.",
            Headers.DATA,
            forms.stream().map(form -> Content.text(form.mediaType())).toList()));
  }

  private static Operation latest() {
    return new Operation(
        DumpEndpoint.PATH,
        Operation.Method.GET,
        "latestDump",
        "Leads to the newest version as a whole",
        "Leads to the newest version as a whole",
        List.of(Tags.FEED),
        List.of(),
        Optional.empty(),
        List.of(
            new Success(
                302,
                "The newest version is at the address in Location.",
                Headers.ELSEWHERE,
                List.of(),
                Optional.empty())));
  }

  private static Field version() {
    return Field.path(
            "version",
            "The number of the version, its digest, or the name of a release.",
            Schemas.text())
        .like(FIRST);
  }

  private static Operation description() {
    return Operation.get(
        DumpEndpoint.PATH + "/{version}",
        "dumpDescription",
        "The files of a version, with their sizes and digests",
        Tags.FEED,
        List.of(version()),
        Success.ok(
            "The description.",
            Headers.DATA,
            List.of(
                Content.text("text/turtle"),
                Content.of("application/ld+json", Members.none().json()))));
  }

  private static Operation dump() {
    JsonObject bytes = Members.of("type", "string").with("format", "binary").json();
    List<Content> files =
        DumpName.Kind.all().stream()
            .map(kind -> kind.mediaType().replaceFirst(";.*", ""))
            .distinct()
            .map(type -> Content.of(type, bytes))
            .toList();
    Field extension =
        Field.path(
            "extension",
            "The format, and how it is compressed.",
            Schemas.oneOf(DumpName.Kind.all().stream().map(DumpName.Kind::extension).toList()));
    for (DumpName.Kind kind : DumpName.Kind.all()) {
      extension = extension.like(kind.extension());
    }
    return Operation.get(
        DumpEndpoint.PATH + "/{version}.{extension}",
        "dump",
        "A version as a whole",
        Tags.FEED,
        List.of(version(), extension),
        Success.ok("The file.", Headers.DATA, files));
  }
}
