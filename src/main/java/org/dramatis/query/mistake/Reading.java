package org.dramatis.query.mistake;

import java.io.StringReader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import org.apache.jena.sparql.modify.UpdateRequestSink;
import org.apache.jena.update.UpdateRequest;

/** How far the parser gets in a text, and with what it would have gone on. */
sealed interface Reading {

  /**
   * A token cannot stand where it stands.
   *
   * @param expected what could, as in {@link Spot}
   */
  record Stopped(boolean atEnd, int line, int column, Set<String> expected) implements Reading {}

  /** Some characters, of which the place is one of the last, are no token. */
  record NoToken(int line, int column) implements Reading {}

  /** The grammar holds so far; whatever is wrong breaks another rule. */
  record Grammatical() implements Reading {}

  /** Reads the text, which is not too deeply nested for that. */
  static Reading of(String text, Mistakes.Language language) {
    SPARQLParser12 parser = new SPARQLParser12(new StringReader(text));
    try {
      switch (language) {
        case QUERY -> {
          parser.setQuery(new Query());
          parser.QueryUnit();
        }
        case UPDATE -> {
          UpdateRequest update = new UpdateRequest();
          parser.setUpdate(update, new UpdateRequestSink(update));
          parser.UpdateUnit();
        }
      }
      return new Grammatical();
    } catch (ParseException stopped) {
      return new Stopped(
          stopped.currentToken.next.kind == SPARQLParser12Constants.EOF,
          stopped.currentToken.next.beginLine,
          stopped.currentToken.next.beginColumn,
          expected(stopped));
    } catch (TokenMgrError noToken) {
      return noToken(String.valueOf(noToken.getMessage()));
    } catch (JenaException otherRule) {
      return new Grammatical();
    }
  }

  private static Set<String> expected(ParseException stopped) {
    return Arrays.stream(stopped.expectedTokenSequences)
        .map(sequence -> SPARQLParser12Constants.tokenImage[sequence[0]])
        .map(image -> image.startsWith("\"") ? image.substring(1, image.length() - 1) : image)
        .map(image -> image.startsWith("<") ? image : image.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Reading noToken(String message) {
    Matcher place = Pattern.compile("line (\\d+), column (\\d+)").matcher(message);
    if (!place.find()) {
      return new Grammatical();
    }
    int column = Integer.parseInt(place.group(2));
    boolean behind = message.contains("after prefix");
    return new NoToken(Integer.parseInt(place.group(1)), behind ? column - 1 : column);
  }
}
