package org.dramatis.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.ProblemPage;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
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
    String requestId = exchange.id();
    ProblemType type = type(status);
    HttpProblem problem =
        type == ProblemType.SERVER_FAILED
            ? HttpProblem.internal(requestId)
            : HttpProblem.of(type, detail(status, message));
    if (type == ProblemType.SERVER_FAILED && cause instanceof IOException gone) {
      // Nothing is read or written here but the connection: whoever closed it knows.
      exchange.clientGone(String.valueOf(gone.getMessage()));
    } else if (exchange.reason().isEmpty()) {
      exchange.problem(problem);
      if (type == ProblemType.SERVER_FAILED) {
        LOG.error("Request {} failed: {}", requestId, request.getHttpURI(), cause);
      }
    }
    response.setStatus(problem.status());
    response.getHeaders().put(Exchange.ID_HEADER, requestId);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.VARY, "Accept, Accept-Encoding");
    problem
        .retryAfterSeconds()
        .ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, wait));
    String accept = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
    String body;
    if (Problems.inHtml(accept)) {
      Endpoint.PAGE_HEADERS.forEach(
          (name, value) -> response.getHeaders().put(new HttpField(name, value)));
      body = ProblemPage.write(problem, requestId, Optional.empty());
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, HttpProblem.MEDIA_TYPE + ";charset=utf-8");
      body = problem.json(requestId);
    }
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_LENGTH, body.getBytes(StandardCharsets.UTF_8).length);
    Content.Sink.write(response, true, body, callback);
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
    if (status == HttpStatus.URI_TOO_LONG_414) {
      return Endpoint.TOO_LONG;
    }
    return message == null || message.isBlank() ? HttpStatus.getMessage(status) : message;
  }
}
