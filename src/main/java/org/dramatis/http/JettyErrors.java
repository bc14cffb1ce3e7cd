package org.dramatis.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.dramatis.http.endpoint.CrossOrigin;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Problems;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.refusal.ProblemAnswer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the container itself refuses, such as a request line that is none, in the same documents and
 * pages as every other error.
 */
final class JettyErrors extends ErrorHandler {

  private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);

  private JettyErrors() {}

  /** To be called after the server was built and before it is started. */
  static void arrange(Server jetty) {
    JettyErrors errors = new JettyErrors();
    jetty.setErrorHandler(errors);
    jetty
        .getContainedBeans(ServletContextHandler.class)
        .forEach(context -> context.setErrorHandler(errors));
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Exchange exchange = Exchange.of(request);
    HttpProblem problem = problem(status, message, exchange.id());
    boolean failed = problem.type() == ProblemType.SERVER_FAILED;
    if (failed && cause instanceof IOException gone) {
      // Nothing is read or written here but the connection: whoever closed it knows.
      exchange.clientGone(String.valueOf(gone.getMessage()));
    } else if (exchange.reason().isEmpty()) {
      exchange.problem(problem);
      if (failed) {
        LOG.error("Request {} failed: {}", exchange.id(), request.getHttpURI(), cause);
      }
    }
    String accept = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
    ProblemAnswer answer =
        Problems.inHtml(accept)
            ? ProblemAnswer.page(
                problem,
                exchange.id(),
                exchange.query(),
                new PageContext(Optional.empty(), exchange.warnings()))
            : ProblemAnswer.document(problem, exchange.id());
    byte[] body = answer.bytes();
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    CrossOrigin.READING.forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    long sent = HttpMethod.HEAD.is(request.getMethod()) ? 0 : body.length;
    response.write(
        true,
        ByteBuffer.wrap(body),
        Callback.from(
            callback.getInvocationType(),
            () -> {
              exchange.refusalBytes(sent);
              callback.succeeded();
            },
            callback::failed));
  }

  private static HttpProblem problem(int status, @Nullable String message, String requestId) {
    if (status == HttpStatus.URI_TOO_LONG_414) {
      return Endpoint.TOO_LONG;
    }
    ProblemType type = type(status);
    if (type == ProblemType.SERVER_FAILED) {
      return HttpProblem.internal(requestId);
    }
    HttpProblem problem = HttpProblem.of(type, detail(status, message));
    return hint(type).map(problem::hinting).orElse(problem);
  }

  /** What to do instead. */
  private static Optional<String> hint(ProblemType type) {
    return switch (type) {
      case BAD_REQUEST ->
          Optional.of(
              "a request begins like this: GET /sparql?query=ASK%7B%7D HTTP/1.1, then Host and"
                  + " other headers, a line each, then an empty line");
      case HEADERS_TOO_LARGE -> Optional.of("send fewer or shorter headers; no cookies are needed");
      case EXPECTATION_FAILED -> Optional.of("leave out Expect, or send Expect: 100-continue");
      case REQUEST_TOO_SLOW -> Optional.of("send the whole request without a pause");
      case HTTP_VERSION -> Optional.of("speak HTTP/1.1");
      default -> Optional.empty();
    };
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> ProblemType.NOT_FOUND;
      case HttpStatus.METHOD_NOT_ALLOWED_405 -> ProblemType.METHOD_NOT_ALLOWED;
      case HttpStatus.NOT_ACCEPTABLE_406 -> ProblemType.NOT_ACCEPTABLE;
      case HttpStatus.REQUEST_TIMEOUT_408 -> ProblemType.REQUEST_TOO_SLOW;
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> ProblemType.TOO_LARGE;
      case HttpStatus.URI_TOO_LONG_414 -> ProblemType.URI_TOO_LONG;
      case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 -> ProblemType.UNSUPPORTED_TYPE;
      case HttpStatus.EXPECTATION_FAILED_417 -> ProblemType.EXPECTATION_FAILED;
      case HttpStatus.TOO_MANY_REQUESTS_429 -> ProblemType.QUOTA_USED_UP;
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> ProblemType.HEADERS_TOO_LARGE;
      case HttpStatus.NOT_IMPLEMENTED_501 -> ProblemType.NOT_IMPLEMENTED;
      case HttpStatus.SERVICE_UNAVAILABLE_503 -> ProblemType.OVERLOADED;
      case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> ProblemType.HTTP_VERSION;
      default ->
          HttpStatus.isClientError(status) ? ProblemType.BAD_REQUEST : ProblemType.SERVER_FAILED;
    };
  }

  private static String detail(int status, @Nullable String message) {
    return message == null || message.isBlank() ? HttpStatus.getMessage(status) : message;
  }
}
