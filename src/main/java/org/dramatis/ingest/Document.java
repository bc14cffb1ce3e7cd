package org.dramatis.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * Bytes that claim to be RDF.
 *
 * @param name how problems call it: a file's path, or the address that was written to
 * @param lang the syntax
 * @param bytes the whole of it; not copied, and not to be changed
 * @param base what relative IRIs in it are relative to; without, there may be none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record Document(String name, Lang lang, byte[] bytes, Optional<String> base) {

  /** A document that stands for itself, without relative IRIs. */
  public Document(String name, Lang lang, byte[] bytes) {
    this(name, lang, bytes, Optional.empty());
  }

  /** Reads a file, whose ending tells the syntax. */
  public static Outcome<Document> of(Path file) {
    return of(file.toString(), file);
  }

  /** Reads a file that problems are to call by another name, such as one relative to a folder. */
  public static Outcome<Document> of(String name, Path file) {
    Optional<Lang> lang =
        Optional.ofNullable(RDFLanguages.filenameToLang(name))
            .filter(RdfReader.LANGUAGES::contains);
    if (lang.isEmpty()) {
      return Outcome.refused(
          new Problem.Malformed(
              Place.of(name),
              "the ending names no syntax that is read here",
              "use .ttl, .trig, .nt, .nq, .rdf or .jsonld"));
    }
    try {
      return Outcome.of(new Document(name, lang.get(), Files.readAllBytes(file)));
    } catch (IOException unreadable) {
      return Outcome.refused(new Problem.Unreadable(Place.of(name), describe(unreadable)));
    }
  }

  private static String describe(IOException exception) {
    return exception instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(exception.getMessage());
  }
}
