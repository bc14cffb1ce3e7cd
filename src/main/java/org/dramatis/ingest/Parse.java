package org.dramatis.ingest;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIx;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Quad;

/**
 * Runs Jena's parser over a text, once or piece by piece, and keeps prefixes and base from one
 * piece to the next.
 */
final class Parse {

  static {
    TurtleBooleans.install();
  }

  /** What a statement takes in memory, about, until it is in the log. */
  private static final long BYTES_OF_A_STATEMENT = 200;

  private final Lang lang;
  private final ProblemCollector problems;
  private final Characters characters;
  private final Allowance allowance;
  private final List<Quad> quads = new ArrayList<>();
  private final Consumer<Quad> sink;
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private IRIxResolver resolver;

  /** Keeps the statements for {@link #reading()}. */
  Parse(Lang lang, Optional<String> base, ProblemCollector problems, Allowance allowance) {
    this(lang, base, problems, allowance, Optional.empty());
  }

  /** Hands the statements on, if there is somebody who takes them. */
  Parse(
      Lang lang,
      Optional<String> base,
      ProblemCollector problems,
      Allowance allowance,
      Optional<Consumer<Quad>> sink) {
    this.sink = sink.orElse(quads::add);
    this.allowance = allowance;
    this.lang = lang;
    // Where a syntax knows no relative IRIs, none is resolved.
    boolean byLines = lang.equals(Lang.NTRIPLES) || lang.equals(Lang.NQUADS);
    IRIxResolver.Builder builder =
        base.filter(_ -> !byLines)
            .map(IRIxResolver::create)
            .orElseGet(() -> IRIxResolver.create().noBase());
    this.resolver = builder.resolve(true).allowRelative(false).build();
    this.problems = problems;
    this.characters = new Characters(lang, problems);
  }

  Reading reading() {
    return new Reading(List.copyOf(quads), Collections.unmodifiableMap(prefixes));
  }

  Lang lang() {
    return lang;
  }

  /** Forgets the statements of a first attempt. */
  void forget() {
    quads.clear();
    prefixes.clear();
  }

  /** Parses the text; false if the parser could not go on to its end. */
  boolean run(String text) {
    return run(RDFParser.create().fromString(text));
  }

  /** Parses what is read; false if the parser could not go on to its end. */
  @SuppressWarnings("deprecation") // Because readers may decode otherwise; this one is UTF-8.
  boolean run(Reader text) {
    return run(RDFParser.create().source(text));
  }

  private boolean run(RDFParserBuilder parser) {
    allowance.take(0);
    int before = problems.complaints();
    try {
      parser
          .forceLang(lang)
          .strict(true)
          .checking(true)
          .resolver(resolver)
          .prefixes(PrefixMapFactory.create(prefixes))
          .errorHandler(problems)
          .set(LangJSONLD11.JSONLD_OPTIONS, JsonLdStrictness.options(allowance.left()))
          .parse(new Sink());
      return true;
    } catch (JenaException stopped) {
      allowance.take(
          0); // What ended the parser may have been the check itself, in whatever wrapping.
      if (problems.complaints() == before) {
        problems.add(String.valueOf(stopped.getMessage()), -1, -1);
      }
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException stumbled) {
      // Jena's parsers fail so when they put together some of their messages, and at a directive
      // before more full stops than their tokenizer can give back, none of which is legal there.
      problems.add("The text is not legal " + lang.getLabel(), -1, -1);
    }
    return false;
  }

  private final class Sink extends StreamRDFBase {
    @Override
    public void triple(Triple triple) {
      quad(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      allowance.take(BYTES_OF_A_STATEMENT);
      Whitespace.check(quad.asTriple(), problems);
      characters.check(quad);
      sink.accept(
          quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad);
    }

    @Override
    public void prefix(String prefix, String iri) {
      prefixes.put(prefix, iri);
    }

    @Override
    public void base(String base) {
      resolver = resolver.resetBase(IRIx.create(base));
    }
  }
}
