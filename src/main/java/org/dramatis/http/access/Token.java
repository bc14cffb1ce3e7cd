package org.dramatis.http.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.model.Change;
import org.dramatis.model.Sha256;

/**
 * A line of the file of tokens. The token itself is not in it, only its digest: a token is random
 * and long, so that nobody finds it from there.
 *
 * @param name who holds it, as the log of changes says it
 * @param scopes what it is good for
 * @param sha256 the digest of the token
 * @param graphs the graphs it may change: IRIs, or beginnings of IRIs that end in {@code *}
 */
public record Token(String name, Set<Scope> scopes, Sha256 sha256, List<String> graphs) {

  /** Stands among the graphs for the default graph, where that is a graph of its own. */
  public static final String DEFAULT_GRAPH = "default";

  private static final int RANDOM_BYTES = 32;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
  private static final Pattern GRAPH = Pattern.compile("[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");

  /** Takes copies. */
  public Token {
    scopes = Set.copyOf(scopes);
    graphs = List.copyOf(graphs);
  }

  /** A new token in clear, which nobody can guess and which is not kept anywhere. */
  public static String secret() {
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    return "dramatis_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Reads a line, or says what is wrong with it. */
  static Token parse(String line) throws BadTokensException {
    String[] fields = line.strip().split("\\s+", -1);
    require(fields.length >= 3, "a line is: NAME SCOPES sha256:DIGEST GRAPH…");
    List<String> graphs = List.of(fields).subList(3, fields.length);
    Token token = new Token(fields[0], scopes(fields[1]), digestOf(fields[2]), List.copyOf(graphs));
    token.check();
    return token;
  }

  /** Refuses a token that its line could not say. */
  public void check() throws BadTokensException {
    require(
        NAME.matcher(name).matches(),
        "a name has letters, digits and . _ @ - and at most 64 of them");
    require(
        !name.equals(Change.PROJECT),
        "the name %s is kept for the project's own files".formatted(Change.PROJECT));
    require(!scopes.isEmpty(), "a token is good for read, write or both");
    boolean writes = scopes.contains(Scope.WRITE);
    require(!writes || !graphs.isEmpty(), "a token to write names its graphs; * is every graph");
    require(writes || graphs.isEmpty(), "a token that only reads names no graphs");
    for (String graph : graphs) {
      boolean legal = GRAPH.matcher(graph).matches();
      int star = graph.indexOf('*');
      require(
          legal
              && (star < 0 || star == graph.length() - 1)
              && (graph.equals(DEFAULT_GRAPH) || graph.equals("*") || graph.contains(":")),
          "a graph is an IRI, the beginning of one and *, or " + DEFAULT_GRAPH);
    }
  }

  private static Set<Scope> scopes(String text) throws BadTokensException {
    Set<Scope> scopes = new LinkedHashSet<>();
    for (String word : text.split(",", -1)) {
      Optional<Scope> scope = Scope.of(word);
      require(scope.isPresent(), "a scope is read or write");
      scope.ifPresent(scopes::add);
    }
    return scopes;
  }

  private static Sha256 digestOf(String text) throws BadTokensException {
    Optional<Sha256> digest = Sha256.parse(text);
    require(digest.isPresent(), "a digest is sha256: and 64 hexadecimal digits");
    return digest.get();
  }

  private static void require(boolean condition, String expected) throws BadTokensException {
    if (!condition) {
      throw new BadTokensException(expected);
    }
  }

  /** The line for the file. */
  public String line() {
    String words = scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    String fields = String.join(" ", name, words, sha256.toString());
    return graphs.isEmpty() ? fields : fields + " " + String.join(" ", graphs);
  }

  /** Whether the holder may change the graph. */
  public boolean mayWrite(Node graph) {
    if (!scopes.contains(Scope.WRITE)) {
      return false;
    }
    boolean unnamed = Quad.isDefaultGraph(graph);
    return graphs.stream()
        .anyMatch(pattern ->
            unnamed
                ? pattern.equals(DEFAULT_GRAPH) || pattern.equals("*")
                : matches(pattern, graph.getURI()));
  }

  private static boolean matches(String pattern, String iri) {
    return pattern.endsWith("*")
        ? iri.startsWith(pattern.substring(0, pattern.length() - 1))
        : iri.equals(pattern);
  }
}
