package org.dramatis.http.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * Lets requests through that show a token good for what they ask: in the header {@code
 * Authorization: Bearer …} and nowhere else.
 */
public final class Access {

  private static final Pattern BEARER =
      Pattern.compile("(?i)bearer +(?<token>[A-Za-z0-9._~+/-]+=*)");
  private static final Pattern OUR_SCHEME = Pattern.compile("(?i)\\s*bearer\\b");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Tokens tokens;

  /** Asks for these tokens. */
  public Access(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The token of a request, which has the scope.
   *
   * @throws RequestRefusedException if it has not, or if a page of another origin sends the request
   */
  public Token require(Scope scope, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    refuseOtherOrigins(request);
    List<String> headers = authorization(request);
    if (headers.isEmpty()) {
      throw challenge(response, "", "send a token: Authorization: Bearer …");
    }
    Token token = token(headers, response);
    if (!token.scopes().contains(scope)) {
      response.setHeader(
          "WWW-Authenticate",
          "Bearer realm=\"dramatis\", error=\"insufficient_scope\", scope=\"%s\""
              .formatted(scope.word()));
      throw refused(
          ProblemType.FORBIDDEN,
          "the token '%s' is not good for: %s".formatted(token.name(), scope.word()));
    }
    return token;
  }

  /**
   * The token of a request that needs none. Another scheme is not meant for this server but for one
   * before it, and is passed over.
   *
   * @throws RequestRefusedException if a token is shown that is not good
   */
  public Optional<Token> shown(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    List<String> headers = authorization(request);
    boolean shows = headers.stream().anyMatch(header -> OUR_SCHEME.matcher(header).lookingAt());
    return shows ? Optional.of(token(headers, response)) : Optional.empty();
  }

  private static List<String> authorization(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Authorization"));
  }

  private Token token(List<String> headers, HttpServletResponse response)
      throws RequestRefusedException {
    Matcher bearer = BEARER.matcher(headers.getFirst().strip());
    if (headers.size() > 1 || !bearer.matches()) {
      throw challenge(
          response, "invalid_request", "only one header is understood: Authorization: Bearer …");
    }
    Optional<Token> token = tokens.find(bearer.group("token"));
    if (token.isEmpty() && !tokens.areUsable()) {
      throw refused(
          ProblemType.TOKENS_UNUSABLE,
          "tokens cannot be checked at the moment, so that none is accepted; keep this one");
    }
    if (token.isEmpty()) {
      throw challenge(response, "invalid_token", "this token is not known, or not any more");
    }
    return token.get();
  }

  /** A browser says where the page is from that sends a request; nothing else does. */
  private static void refuseOtherOrigins(HttpServletRequest request)
      throws RequestRefusedException {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
    String host = String.valueOf(request.getHeader("Host"));
    boolean other =
        site.isPresent()
            ? !OWN_SITES.contains(site.get())
            : origin.isPresent() && !isOrigin(origin.get(), host);
    if (other) {
      throw refused(
          ProblemType.FORBIDDEN, "a page of another origin cannot write here, whatever its token");
    }
  }

  private static boolean isOrigin(String origin, String host) {
    try {
      String authority = String.valueOf(URI.create(origin).getRawAuthority());
      return authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static RequestRefusedException challenge(
      HttpServletResponse response, String error, String detail) {
    String why = error.isEmpty() ? "" : ", error=\"%s\"".formatted(error);
    response.setHeader("WWW-Authenticate", "Bearer realm=\"dramatis\"" + why);
    return refused(ProblemType.UNAUTHENTICATED, detail);
  }

  private static RequestRefusedException refused(ProblemType type, String detail) {
    return new RequestRefusedException(HttpProblem.of(type, detail));
  }
}
