package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * Refuses requests that two programs could read in two ways, such as a proxy before this server and
 * the server itself: where a body ends, what a path names, which characters bytes are.
 */
public final class Framing {

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*(\"?)([^\";\\s]*)\\1\\s*(?:;|$)");
  private static final Pattern ANY_CHARSET = Pattern.compile("(?i);\\s*charset\\s*=");

  private Framing() {}

  public static void check(HttpServletRequest request) throws RequestRefusedException {
    checkTransferEncoding(request);
    checkCharset(Optional.ofNullable(request.getHeader("Content-Type")).orElse(""));
    if (request.getRequestURI().indexOf(';') >= 0) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("a path with ';' names nothing here; write %3B for the sign"));
    }
  }

  private static void checkTransferEncoding(HttpServletRequest request)
      throws RequestRefusedException {
    List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
    if (encodings.isEmpty()) {
      return;
    }
    if (request.getProtocol().equals("HTTP/1.0")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("HTTP/1.0 knows no Transfer-Encoding"));
    }
    if (encodings.size() > 1 || !encodings.getFirst().strip().equalsIgnoreCase("chunked")) {
      throw new RequestRefusedException(
          HttpProblem.of(
              ProblemType.NOT_IMPLEMENTED, "of transfer codings only 'chunked' is understood"));
    }
  }

  /** All that is text here is UTF-8. */
  private static void checkCharset(String contentType) throws RequestRefusedException {
    Matcher charset = CHARSET.matcher(contentType);
    boolean utf8 = charset.find() && charset.group(2).equalsIgnoreCase("utf-8");
    if (!utf8 && ANY_CHARSET.matcher(contentType).find()) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType("the charset of the body is not read; send UTF-8"));
    }
  }
}
