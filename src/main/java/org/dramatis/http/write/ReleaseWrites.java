package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.dramatis.history.Release;
import org.dramatis.history.Releases;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Gives versions names for holders of tokens that may change the service's record.
 *
 * @param writers what all do who write
 */
public record ReleaseWrites(Writers writers) {

  private static final String MESSAGE = "message";
  private static final String TIMEOUT = "timeout";

  /** All that can be said beside the name. */
  public static final Set<String> PARAMETERS = Set.of(Versions.PARAMETER, MESSAGE, TIMEOUT);

  /** Gives the name that is asked for, or tells why not. */
  public Release put(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Token token = writers.require(Scope.WRITE, request, response);
    if (!VersionName.Released.isName(name)) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'%s' cannot be the name of a release".formatted(name))
              .hinting(
                  "a name begins with a letter or digit, has letters, digits and . _ - and at most"
                      + " 64 of them, and is neither a whole number nor 1.1 or 1.2"));
    }
    boolean onlyNew = onlyNew(request);
    Parameters parameters = Parameters.of(request);
    Optional<VersionName> asked = Versions.of(parameters).data();
    Optional<Version> version =
        asked.isPresent() ? Optional.of(writers.versions().find(asked.get())) : Optional.empty();
    Optional<String> why = message(parameters);
    Releases releases = new Releases(writers.versions().history());
    AtomicReference<Releases.Outcome> outcome = new AtomicReference<>();
    Ingest.Result result =
        writers.change(
            token,
            Lifecycle.of(request.getServletContext()).running(),
            Exchange.of(request),
            parameters.seconds(TIMEOUT),
            "release " + name,
            budget -> {
              Releases.Outcome became =
                  releases.give(
                      new VersionName.Released(name),
                      version,
                      why,
                      Instant.now(),
                      writers.ingest(),
                      new Writer(token.name(), token::mayWrite),
                      new BudgetAllowance(budget));
              outcome.set(became);
              return result(became);
            });
    Release release = release(outcome.get(), version, onlyNew);
    writers.answer(result, request, response);
    boolean created = result instanceof Ingest.Result.Accepted;
    response.setStatus(created ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
    response.setHeader("Location", "/releases/" + name);
    return release;
  }

  private Ingest.Result result(Releases.Outcome outcome) {
    return switch (outcome) {
      case Releases.Outcome.Given given -> given.result();
      case Releases.Outcome.Taken _, Releases.Outcome.NoVersion _ ->
          new Ingest.Result.Unchanged(writers.versions().history().store().version());
    };
  }

  /** A name that the same version has already is given again without any change. */
  private static Release release(
      Releases.Outcome outcome, Optional<Version> wanted, boolean onlyNew)
      throws RequestRefusedException {
    return switch (outcome) {
      case Releases.Outcome.Given given -> given.release();
      case Releases.Outcome.Taken(Release before) -> {
        if (onlyNew) {
          throw new RequestRefusedException(
              HttpProblem.of(
                  ProblemType.PRECONDITION_FAILED,
                  "the release is there, against If-None-Match: *; nothing was done"));
        }
        if (wanted.isPresent() && !wanted.get().equals(before.version())) {
          throw new RequestRefusedException(
              HttpProblem.of(
                      ProblemType.RELEASE_TAKEN,
                      "release %s is version %s, and always will be"
                          .formatted(before.name(), before.version()))
                  .hinting("give version %s another name".formatted(wanted.get())));
        }
        yield before;
      }
      case Releases.Outcome.NoVersion _ ->
          throw new RequestRefusedException(
              HttpProblem.notFound("there is no version yet that could have a name"));
    };
  }

  private static boolean onlyNew(HttpServletRequest request) throws RequestRefusedException {
    String condition = Optional.ofNullable(request.getHeader("If-None-Match")).orElse("").strip();
    if (!condition.isEmpty() && !condition.equals("*")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("If-None-Match is * here: only if the release is not there yet"));
    }
    return !condition.isEmpty();
  }

  private static Optional<String> message(Parameters parameters) throws RequestRefusedException {
    Optional<String> message = parameters.one(MESSAGE).filter(text -> !text.isBlank());
    if (message.isPresent()
        && (message.get().lines().count() > 1 || message.get().length() > 1000)) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("'message' is one line of at most 1000 characters"));
    }
    return message;
  }
}
