package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.EntityTag;
import org.dramatis.http.answer.HeadersSufficeException;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.PageContext;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.Templates;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.refusal.ProblemAnswer;
import org.dramatis.log.LogException;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.Warning;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all endpoints have in common: every error becomes a problem document, or a page for a
 * browser; and an answer that fails after it began is cut off, so that it never looks complete.
 */
public abstract class Endpoint extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
  private static final String OPTIONS = "OPTIONS";

  /** What a server of HTTP knows; anything else is not a method that is refused here, but none. */
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", OPTIONS, "TRACE", "CONNECT");

  /** A longer address than this is refused, so that no part of it is lost on the way. */
  private static final int LONGEST_ADDRESS = 64 * 1024;

  private static final long MOST_BYTES_PASSED_OVER = 1024 * 1024;

  /** Why nothing is answered any more. */
  public static final HttpProblem STOPPING =
      HttpProblem.stopping("the server finishes what it has begun");

  /** Why an address is not read to its end. */
  public static final HttpProblem TOO_LONG =
      HttpProblem.of(ProblemType.URI_TOO_LONG, "the address is longer than 64 kB")
          .hinting(
              "send the query by POST instead, as a form or with the media type"
                  + " application/sparql-query");

  private final transient Set<String> methods;

  /** Answers requests with these methods; HEAD goes with GET. */
  public Endpoint(String... methods) {
    this.methods = Set.of(methods);
  }

  /** Answers a request, or refuses it before anything of the answer is sent. */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    response.setHeader(Exchange.ID_HEADER, exchange.id());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Vary", ProblemAnswer.VARY);
    if (isOpenToOtherOrigins()) {
      CrossOrigin.allowReading(response);
    }
    try {
      checkAddress(request);
      Framing.check(request);
      if (exchange.isTooLate() && !answersWhileStopping()) {
        response.setHeader("Connection", "close");
        refuse(request, response, STOPPING);
      } else if (methods.contains(request.getMethod())) {
        if (!passesParametersOn()) {
          warn(Parameters.of(request), request, response);
        }
        answer(request, response);
      } else {
        answerOther(request, response);
      }
    } catch (HeadersSufficeException sent) {
      LOG.trace("Request {} wanted headers only", exchange.id());
    } catch (QueryFailedException failed) {
      HttpProblem problem = HttpProblem.of(failed.problem());
      exchange.problem(problem);
      cutOffIfBegun(response, failed);
      refuse(request, response, problem);
    } catch (RequestRefusedException refused) {
      exchange.problem(refused.problem());
      cutOffIfBegun(response, refused);
      refuse(request, response, refused.problem());
    } catch (LogException notKept) {
      HttpProblem problem = HttpProblem.of(notKept.fault());
      LOG.error("Request {} could not be kept: {}", exchange.id(), notKept.getMessage(), notKept);
      exchange.problem(problem);
      refuse(request, response, problem);
    } catch (IOException gone) {
      exchange.clientGone(String.valueOf(gone.getMessage()));
      cutOffIfBegun(response, gone);
      throw gone;
    } catch (RuntimeException fault) {
      LOG.error("Request {} failed: {}", exchange.id(), request.getRequestURI(), fault);
      exchange.problem(HttpProblem.internal(exchange.id()));
      cutOffIfBegun(response, fault);
      refuse(request, response, HttpProblem.internal(exchange.id()));
    }
  }

  /** The parameters that a request with this method may have. */
  protected Set<String> parameters(String method) {
    return Set.of();
  }

  /** Whether what stands behind the question mark is for another address. */
  protected boolean passesParametersOn() {
    return false;
  }

  /** The same where what a request may have depends on what it has. */
  protected Set<String> parameters(String method, Parameters given) {
    return parameters(method);
  }

  /** Tells of parameters that have no effect; the answer is the same as without them. */
  protected final void warn(
      Parameters parameters, HttpServletRequest request, HttpServletResponse response) {
    List<Warning> unread = parameters.unread(parameters(request.getMethod(), parameters));
    if (!unread.isEmpty()) {
      Exchange.of(request).warnings(unread);
      response.setHeader(Warning.HEADER, Warning.header(unread));
    }
  }

  /** Whether it also answers when the server is about to stop. */
  protected boolean answersWhileStopping() {
    return false;
  }

  /** Whether a page from anywhere may read what stands here; what can be written is not. */
  protected boolean isOpenToOtherOrigins() {
    return Set.of("GET", "HEAD").containsAll(methods);
  }

  /** The media types that can be posted here. */
  protected Optional<String> acceptPost() {
    return Optional.empty();
  }

  private void answerOther(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    String method = request.getMethod();
    response.setHeader("Allow", allowed());
    acceptPost().ifPresent(types -> response.setHeader("Accept-Post", types));
    if (method.equals(OPTIONS)) {
      if (isOpenToOtherOrigins()) {
        CrossOrigin.answerPreflight(allowed(), response);
      }
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (KNOWN.contains(method)) {
      throw new RequestRefusedException(HttpProblem.methodNotAllowed(method, allowed()));
    } else {
      throw new RequestRefusedException(
          HttpProblem.of(
              ProblemType.NOT_IMPLEMENTED,
              "there is no method of that name here; %s are".formatted(allowed())));
    }
  }

  private static void checkAddress(HttpServletRequest request) throws RequestRefusedException {
    int query = request.getQueryString() == null ? 0 : request.getQueryString().length();
    if (request.getRequestURI().length() + query > LONGEST_ADDRESS) {
      throw new RequestRefusedException(TOO_LONG);
    }
  }

  private String allowed() {
    return String.join(", ", methods.stream().sorted().toList()) + ", " + OPTIONS;
  }

  /** The container closes the connection when a servlet throws after its answer began. */
  private static void cutOffIfBegun(HttpServletResponse response, Exception cause)
      throws CutOffException {
    if (response.isCommitted()) {
      throw new CutOffException(cause);
    }
  }

  /** Ends an answer on purpose: the container, which would warn of any other, has no say in it. */
  private static final class CutOffException extends IOException implements QuietException {

    @Serial private static final long serialVersionUID = 1L;

    CutOffException(Throwable cause) {
      super("the answer was cut off: " + cause.getMessage(), cause);
    }
  }

  /** A problem as the clients of this endpoint read it, unless they are people. */
  protected ProblemAnswer document(
      HttpServletRequest request, HttpProblem problem, String requestId) {
    return ProblemAnswer.document(problem, requestId);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpProblem problem)
      throws IOException {
    Exchange exchange = Exchange.of(request);
    exchange.problem(problem);
    passOverBody(request);
    ProblemAnswer answer =
        switch (Problems.choose(problem, accept(request))) {
          case Problems.Page() ->
              ProblemAnswer.page(problem, exchange.id(), exchange.query(), context(request));
          case Problems.Document() -> document(request, problem, exchange.id());
          case Problems.Report(Graph report, AnswerFormat format) ->
              ProblemAnswer.report(problem, exchange.id(), report, format);
        };
    response.resetBuffer();
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    send(request, response, answer.mediaType(), answer.body());
  }

  /**
   * A client that is still sending when its connection is closed never sees what was wrong. One
   * that asks before it sends is not told to do so for nothing.
   */
  private static void passOverBody(HttpServletRequest request) throws IOException {
    if (request.getHeader("Expect") != null) {
      return;
    }
    long left = MOST_BYTES_PASSED_OVER;
    while (left > 0) {
      long passed = request.getInputStream().skip(left);
      if (passed == 0) {
        return;
      }
      left -= passed;
    }
  }

  public static String accept(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Accept"));
    return String.join(",", headers);
  }

  /** Sends a page, with what is to be told of the request. */
  public static void sendPage(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException {
    PageHeaders.of(page).forEach(response::setHeader);
    send(request, response, PageHeaders.HTML, Templates.html(page, context(request)));
  }

  /** What pages tell of a request. */
  public static PageContext context(HttpServletRequest request) {
    return DataVersions.of(request.getServletContext()).context(Exchange.of(request));
  }

  /** Sends a text, compressed if that is wanted and worth it. */
  public static void send(
      HttpServletRequest request, HttpServletResponse response, String mediaType, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = Map.of("Content-Type", mediaType + ";charset=utf-8");
    boolean lasting = response.getStatus() == HttpServletResponse.SC_OK && isKept(response);
    Delivery delivery =
        new Delivery(
            request, response, lasting ? Optional.of(EntityTag.of(text)) : Optional.empty());
    if (!delivery.sendNotModified(true)) {
      delivery.send(new StoredAnswer(Version.NONE, headers, OptionalLong.empty(), bytes));
    }
  }

  private static boolean isKept(HttpServletResponse response) {
    return !"no-store".equals(response.getHeader("Cache-Control"));
  }
}
