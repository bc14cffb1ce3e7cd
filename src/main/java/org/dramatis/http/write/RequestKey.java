package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.access.Token;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.ingest.Once;
import org.dramatis.model.Sha256;

/**
 * What a client calls a request that it may send again because it has not heard what became of it
 * (draft-ietf-httpapi-idempotency-key-header-07).
 */
public final class RequestKey {

  static final String HEADER = "Idempotency-Key";

  /** A string as the draft has it, or the same without its quotes, as many clients send it. */
  private static final Pattern KEY =
      Pattern.compile("\"([ -~&&[^\"\\\\]]{1,255})\"|([!-~&&[^\"\\\\,;]]{1,255})");

  private RequestKey() {}

  /**
   * That of a request, if it has one.
   *
   * @param content what was sent; a request with another one is another request
   */
  static Optional<Once> of(Token token, HttpServletRequest request, byte[] content)
      throws RequestRefusedException {
    List<String> lines = Collections.list(request.getHeaders(HEADER));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Matcher key = KEY.matcher(String.join(",", lines).strip());
    if (!key.matches()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
                  "%s is one string of 1 to 255 characters of ASCII".formatted(HEADER))
              .hinting("send a new UUID with each new request: \"8c1f…\""));
    }
    String text = key.group(1) == null ? key.group(2) : key.group(1);
    return Optional.of(new Once(digest(token.name(), text), digest(request, content)));
  }

  private static Sha256 digest(HttpServletRequest request, byte[] content) {
    return digest(
        request.getMethod(),
        request.getRequestURI(),
        Optional.ofNullable(request.getQueryString()).orElse(""),
        Optional.ofNullable(request.getContentType()).orElse(""),
        Sha256.of(content).hex());
  }

  /** None of these has an end of line in it. */
  private static Sha256 digest(String... parts) {
    MessageDigest engine = Sha256.engine();
    for (String part : parts) {
      engine.update((part + '\n').getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.of(engine);
  }
}
