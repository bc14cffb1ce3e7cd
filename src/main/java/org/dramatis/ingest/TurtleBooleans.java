package org.dramatis.ingest;

import java.io.InputStream;
import java.io.Reader;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.ReaderRIOT;
import org.apache.jena.riot.lang.LangRIOT;
import org.apache.jena.riot.lang.LangTriG;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.riot.tokens.TokenizerTextBuilder;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code true} and {@code false} in Turtle and TriG as the literals that they are short for.
 * Jena takes them for keywords until it knows better, which inside of a triple term it never does.
 */
public final class TurtleBooleans {

  private static final Set<String> VALUES = Set.of(Token.ImageTrue, Token.ImageFalse);

  private TurtleBooleans() {}

  /** Makes all reading of Turtle and TriG do so from now on. */
  public static void install() {
    RDFParserRegistry.registerLangTriples(
        Lang.TURTLE,
        (lang, profile) ->
            new Turtle(profile, (tokens, out) -> new LangTurtle(tokens, profile, out)));
    RDFParserRegistry.registerLangQuads(
        Lang.TRIG,
        (lang, profile) ->
            new Turtle(profile, (tokens, out) -> new LangTriG(tokens, profile, out)));
  }

  private record Turtle(ParserProfile profile, BiFunction<Tokenizer, StreamRDF, LangRIOT> parser)
      implements ReaderRIOT {

    @Override
    public void read(
        Reader reader,
        @Nullable String base,
        @Nullable ContentType type,
        StreamRDF out,
        @Nullable Context context) {
      read(builder().source(reader).build(), base, out);
    }

    @Override
    public void read(
        InputStream stream,
        @Nullable String base,
        @Nullable ContentType type,
        StreamRDF out,
        @Nullable Context context) {
      read(builder().source(stream).build(), base, out);
    }

    private TokenizerTextBuilder builder() {
      return TokenizerText.create().errorHandler(profile.getErrorHandler());
    }

    private void read(Tokenizer tokens, @Nullable String base, StreamRDF out) {
      if (profile.getBaseURI() == null && base != null) {
        profile.setBaseIRI(base);
      }
      parser.apply(new Literals(tokens), out).parse();
    }
  }

  private record Literals(Tokenizer tokens) implements Tokenizer {

    @Override
    public boolean hasNext() {
      return tokens.hasNext();
    }

    @Override
    public Token next() {
      return literal(tokens.next());
    }

    @Override
    public @Nullable Token peek() {
      Token next = tokens.peek();
      return next == null ? null : literal(next);
    }

    private static Token literal(Token token) {
      if (token.hasType(TokenType.KEYWORD) && VALUES.contains(token.getImage())) {
        Token datatype = new Token(TokenType.IRI, XSDDatatype.XSDboolean.getURI());
        token.setType(TokenType.LITERAL_DT).setSubToken2(datatype);
      }
      return token;
    }

    @Override
    public boolean eof() {
      return tokens.eof();
    }

    @Override
    public long getLine() {
      return tokens.getLine();
    }

    @Override
    public long getColumn() {
      return tokens.getColumn();
    }

    @Override
    public void close() {
      tokens.close();
    }
  }
}
