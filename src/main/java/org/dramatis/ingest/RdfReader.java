package org.dramatis.ingest;

import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.dramatis.model.Problem;

/**
 * Reads a document strictly: what is not legal is refused with its place, nothing is repaired,
 * nothing is fetched. All problems of a document are reported together.
 */
public final class RdfReader {

  /** The syntaxes that are read. */
  public static final List<Lang> LANGUAGES =
      List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS, Lang.RDFXML, Lang.JSONLD);

  private static final String NESTED_TOO_DEEPLY = "The document is nested too deeply";
  private static final String NEST_LESS = "nest less deeply";

  private RdfReader() {}

  /** What the document says, or everything that is wrong with it. */
  public static Outcome<Reading> read(Document document) {
    return read(document, Allowance.UNBOUNDED);
  }

  /** The same; the allowance is asked at every statement, and may throw to end the reading. */
  static Outcome<Reading> read(Document document, Allowance allowance) {
    allowance.take((long) document.bytes().length * Character.BYTES);
    return Utf8.decode(document.name(), document.bytes())
        .then(text -> read(document, text, allowance));
  }

  private static Outcome<Reading> read(Document document, String text, Allowance allowance) {
    ProblemCollector problems = new ProblemCollector(document.name());
    if (text.startsWith("\uFEFF")) {
      problems.add("the text begins with a byte order mark", "save the file without it", 1, 1);
      return new Outcome.Refused<>(problems.problems());
    }
    if (Nesting.isTooDeep(text, document.lang())) {
      problems.add(NESTED_TOO_DEEPLY, NEST_LESS, -1, -1);
      return new Outcome.Refused<>(problems.problems());
    }
    Parse parse = new Parse(document.lang(), document.base(), problems, allowance);
    try {
      if (isOneOf(document.lang(), Lang.TURTLE, Lang.TRIG)) {
        TurtleRecovery.parse(parse, problems, text);
      } else if (isOneOf(document.lang(), Lang.NTRIPLES, Lang.NQUADS)) {
        parseLines(parse, problems, text);
      } else if (isOneOf(document.lang(), Lang.RDFXML)) {
        if (XmlProlog.check(text, problems)) {
          parse.run(text);
        }
      } else if (JsonText.check(text, problems)
          && JsonLdStrictness.check(text, document.base(), allowance, problems)) {
        parse.run(text);
      }
    } catch (ProblemCollector.Full full) {
      return new Outcome.Refused<>(problems.problems());
    } catch (StackOverflowError nested) {
      problems.add(NESTED_TOO_DEEPLY, NEST_LESS, -1, -1);
    }
    List<Problem> found = problems.problems();
    return found.isEmpty() ? Outcome.of(parse.reading()) : new Outcome.Refused<>(found);
  }

  /** All at once, which is quick; and only if that fails each line for itself. */
  private static void parseLines(Parse parse, ProblemCollector problems, String text) {
    if (parse.run(text)) {
      return;
    }
    parse.forget();
    problems.forget();
    long line = 0;
    for (String content : (Iterable<String>) text.lines()::iterator) {
      long number = ++line;
      problems.locateBy(
          (ignored, column) -> new Position(number, Position.codePoints(content, column)));
      parse.run(content);
    }
  }

  private static boolean isOneOf(Lang lang, Lang... languages) {
    return List.of(languages).stream().anyMatch(other -> RDFLanguages.sameLang(lang, other));
  }
}
