package org.dramatis.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Place;
import org.dramatis.model.Problem;

/**
 * Reads documents that are too large for the memory, as strictly as {@link RdfReader}: what is
 * wrong with a statement is told and the next one read; the first thing that is no statement ends
 * it.
 */
public final class BulkReader {

  /** The syntaxes that can be read bit by bit. */
  public static final List<Lang> LANGUAGES =
      List.of(Lang.NTRIPLES, Lang.NQUADS, Lang.TURTLE, Lang.TRIG);

  private BulkReader() {}

  /** The syntax that the name of a file tells, whether the file is compressed or not. */
  public static Optional<Lang> lang(String name) {
    return Optional.ofNullable(RDFLanguages.filenameToLang(Compression.inner(name)))
        .filter(LANGUAGES::contains);
  }

  /**
   * Hands on every statement of a document, and tells everything that is wrong with it. Where there
   * is a problem nothing must come of what was handed on.
   *
   * @param name how problems call it
   * @param base what relative IRIs in it are relative to; without, there may be none
   * @param allowance is asked at every statement, and may throw to end the reading
   */
  public static List<Problem> read(
      String name,
      Lang lang,
      InputStream in,
      Optional<String> base,
      Allowance allowance,
      Consumer<Quad> sink) {
    ProblemCollector problems = new ProblemCollector(name);
    Utf8Reader text = new Utf8Reader(name, in);
    try {
      new Parse(lang, base, problems, allowance, Optional.of(sink)).run(text);
    } catch (ProblemCollector.Full full) {
      return problems.problems();
    } catch (StackOverflowError nested) {
      problems.add("The document is nested too deeply", "nest less deeply", -1, -1);
    } catch (RuntimeIOException failed) {
      return List.of(text.problem().orElseGet(() -> unreadable(name, failed)));
    }
    return text.problem().map(List::of).orElseGet(problems::problems);
  }

  private static Problem unreadable(String name, RuntimeIOException failed) {
    Throwable why = Objects.requireNonNullElse(failed.getCause(), failed);
    return unreadable(name, new IOException(why.getMessage(), why));
  }

  /** Why a file cannot be read. */
  public static Problem unreadable(String name, IOException failed) {
    return new Problem.Unreadable(Place.of(name), String.valueOf(failed.getMessage()));
  }
}
