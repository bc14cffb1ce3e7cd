package org.dramatis.query.mistake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds in a text what is refused in the query that was read from it, which knows no places. A text
 * that is too long to be looked through again has none.
 */
public final class Culprits {

  private static final int MOST_CHARACTERS = 256 * 1024;

  private final List<Token> tokens;

  private Culprits(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The pieces of a text. */
  public static Culprits in(String text) {
    return new Culprits(text.length() > MOST_CHARACTERS ? List.of() : Scanner.scan(text));
  }

  /** The first SERVICE. */
  public Optional<TextPlace> service() {
    return tokens.stream().filter(token -> token.is("SERVICE")).findFirst().map(Culprits::place);
  }

  /** The name of an endpoint behind SERVICE, or the first SERVICE if it is written otherwise. */
  public Optional<TextPlace> service(String iri) {
    Map<String, String> prefixes = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      declare(i, prefixes);
      boolean named =
          at(i - 1).is("SERVICE") || (at(i - 1).is("SILENT") && at(i - 2).is("SERVICE"));
      if (named && iri.equals(iri(at(i), prefixes))) {
        return Optional.of(place(at(i)));
      }
    }
    return service();
  }

  /** The first LOAD that is not silent. */
  public Optional<TextPlace> load() {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(i).is("LOAD") && !at(i + 1).is("SILENT")) {
        return Optional.of(place(at(i)));
      }
    }
    return Optional.empty();
  }

  /** The first call of a function. */
  public Optional<TextPlace> call(String iri) {
    Map<String, String> prefixes = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      declare(i, prefixes);
      if (at(i + 1).is("(") && iri.equals(iri(at(i), prefixes))) {
        return Optional.of(place(at(i)));
      }
    }
    return Optional.empty();
  }

  /** Takes note of {@code PREFIX name: <iri>}, which ends here. */
  private void declare(int i, Map<String, String> prefixes) {
    if (at(i - 2).is("PREFIX") && at(i).kind() == Token.Kind.IRI) {
      prefixes.put(at(i - 1).text(), inside(at(i)));
    }
  }

  private static String iri(Token token, Map<String, String> prefixes) {
    return switch (token.kind()) {
      case IRI -> inside(token);
      case PREFIXED_NAME -> {
        int colon = token.text().indexOf(':') + 1;
        yield prefixes.getOrDefault(token.text().substring(0, colon), "")
            + token.text().substring(colon);
      }
      default -> "";
    };
  }

  private static String inside(Token iri) {
    return iri.text().substring(1, iri.text().length() - 1);
  }

  private Token at(int index) {
    return index < 0 || index >= tokens.size() ? Spot.NOTHING : tokens.get(index);
  }

  private static TextPlace place(Token token) {
    return new TextPlace(token.line(), token.column(), token.text());
  }
}
