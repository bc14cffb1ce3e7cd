package org.dramatis.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A project of a few lines in a folder of its own, and the commands run on it. */
final class SampleProject {

  /** A text with what offsets are easily counted wrongly by. */
  static final String TEXT = "\uD83C\uDFB5 Ann sings “one” song.\n";

  private final Path folder;

  /** What a command did. */
  record Run(int exitCode, String out, String err) {}

  SampleProject(Path folder) throws IOException {
    this.folder = folder;
    for (String path : List.of("ontology/schemes", "ontology/alignments", "ontology/shapes")) {
      Files.createDirectories(folder.resolve(path));
    }
    Files.createDirectories(folder.resolve("ontology/checks"));
    write(
        "ontology/terms.ttl",
        """
        PREFIX d: <https://w3id.org/dramatis/ns#>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

        d:Person a owl:Class ;
            rdfs:label "person"@en ;
            .
        """);
    write("seeds/order.txt", "songs.ttl\n");
    write("seeds/songs.ttl", songs(6, 11, digest("sings")));
    write(
        "queries/music/songs.rq",
        """
        #+ summary: What somebody sings
        #+ description: One song a row.
        #+ defaults:
        #+   - person: https://w3id.org/dramatis/id/person/ann
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?name WHERE { ?_person_iri rdfs:label ?name }
        """);
  }

  /** A seed whose one claim rests on the word “sings”. */
  static String songs(int start, int end, String digest) {
    return """
    PREFIX claim: <https://w3id.org/dramatis/claim/>
    PREFIX d: <https://w3id.org/dramatis/ns#>
    PREFIX passage: <https://w3id.org/dramatis/passage/>
    PREFIX person: <https://w3id.org/dramatis/id/person/>
    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
    PREFIX source: <https://w3id.org/dramatis/source/>

    source:songs a d:Article, d:Source ;
        d:textLength %d ;
        d:textSha256 "%s" ;
        .

    claim:1 a d:Claim ;
        rdfs:label "Ann sings"@en ;
        d:passage passage:1 ;
        .

    person:ann a d:Person ;
        rdfs:label "Ann"@en ~ claim:1 ;
        .

    passage:1 a d:Passage ;
        d:document source:songs ;
        d:end %d ;
        d:sentence 1 ;
        d:sha256 "%s" ;
        d:start %d ;
        .
    """
        .formatted(TEXT.codePointCount(0, TEXT.length()), digest(TEXT), end, digest, start);
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Run run(String... arguments) {
    return runWith("", arguments);
  }

  /** Runs a command of this project with something on standard input. */
  Run runWith(String input, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add(1, "--project=" + folder);
    return execute(input, all.toArray(String[]::new));
  }

  /** Runs a command that is not about a project. */
  Run runOutside(String... arguments) {
    return execute("", arguments);
  }

  private static Run execute(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new Output(out),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Dramatis.commandLine(console).execute(arguments);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
