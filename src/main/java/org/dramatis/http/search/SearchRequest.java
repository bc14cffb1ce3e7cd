package org.dramatis.http.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.search.Question;
import org.dramatis.model.Namespaces;

/** Reads from the parameters of a request what is looked for. */
public final class SearchRequest {

  /** All that may be said at the address of the search. */
  public static final Set<String> PARAMETERS =
      Set.of("q", "type", "lang", "limit", "cursor", "format");

  private static final int LONGEST_TEXT = 500;
  private static final int USUAL_LIMIT = 20;
  private static final Pattern LOCAL_NAME = Pattern.compile("(?:d:)?([A-Za-z][A-Za-z0-9]*)");
  private static final Pattern CURSOR = Pattern.compile("(\\d(?:\\.\\d{1,4})?) (\\S+)");

  private SearchRequest() {}

  /** What the parameters ask for. */
  public static Question question(Parameters parameters, int most) throws RequestRefusedException {
    String text = parameters.required("q");
    if (text.length() > LONGEST_TEXT) {
      throw bad("what is looked for is longer than %d characters".formatted(LONGEST_TEXT));
    }
    Optional<String> type = parameters.one("type");
    Set<Node> types = type.isPresent() ? Set.of(type(type.get())) : Set.of();
    return new Question(
        text, types, parameters.language("lang"), limit(parameters, most), after(parameters));
  }

  private static Node type(String name) throws RequestRefusedException {
    Matcher local = LOCAL_NAME.matcher(name);
    if (local.matches()) {
      return NodeFactory.createURI(Namespaces.TERMS + local.group(1));
    }
    if (name.contains(":")) {
      return NodeFactory.createURI(name);
    }
    throw bad(
        "'%s' is no class: say its IRI, or the name of a class of ours such as Person"
            .formatted(name));
  }

  private static int limit(Parameters parameters, int most) throws RequestRefusedException {
    OptionalLong limit = parameters.count("limit");
    long wanted = limit.orElse(Math.min(USUAL_LIMIT, most));
    if (wanted < 1 || wanted > Question.MOST) {
      throw bad("'limit' is a number from 1 to %d".formatted(Question.MOST));
    }
    return (int) Math.min(wanted, most);
  }

  private static Optional<Question.Place> after(Parameters parameters)
      throws RequestRefusedException {
    Optional<String> cursor = parameters.one("cursor");
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    Matcher place = CURSOR.matcher(decode(cursor.get()));
    if (!place.matches()) {
      throw unknownCursor();
    }
    return Optional.of(new Question.Place(Double.parseDouble(place.group(1)), place.group(2)));
  }

  private static String decode(String cursor) throws RequestRefusedException {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw unknownCursor();
    }
  }

  private static RequestRefusedException unknownCursor() {
    return bad("'cursor' is to be taken from the address in 'next' of an answer, as it is");
  }

  /** How an answer says where the next one goes on. */
  static String cursor(Question.Place last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            "%s %s".formatted(last.score(), last.iri()).getBytes(StandardCharsets.UTF_8));
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
