package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;

/**
 * How a query is to be answered, apart from the query.
 *
 * @param format the short name of a format, which goes before what the client accepts
 * @param timeout how long the query may take at most
 * @param version the version of the data to ask; the newest if none is named
 * @param maxRows the rows that the client wants at most; more are cut off, and that is told
 */
record SparqlOptions(
    Optional<String> format,
    Optional<Duration> timeout,
    Optional<Version> version,
    OptionalLong maxRows) {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");
  private static final Pattern SECONDS =
      Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?|[.][0-9]{1,9}");
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  static SparqlOptions read(HttpServletRequest request) throws RequestRefusedException {
    return new SparqlOptions(
        one(request, "format"), timeout(request), version(request), maxRows(request));
  }

  /** The time that the query may take, which is never more than the limit. */
  Duration within(Duration limit) {
    return timeout.filter(wanted -> wanted.compareTo(limit) < 0).orElse(limit);
  }

  private static Optional<Duration> timeout(HttpServletRequest request)
      throws RequestRefusedException {
    Optional<String> value = one(request, "timeout");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (SECONDS.matcher(value.get()).matches()) {
      BigDecimal nanos = new BigDecimal("0" + value.get()).multiply(NANOS);
      if (nanos.signum() > 0) {
        return Optional.of(Duration.ofNanos(nanos.longValue()));
      }
    }
    throw bad("timeout", value.get(), "a number of seconds above 0, such as 0.5");
  }

  /** A number with a point, such as 1.2, is a version of RDF and not of the data. */
  private static Optional<Version> version(HttpServletRequest request)
      throws RequestRefusedException {
    Optional<Version> version = Optional.empty();
    for (String value : values(request, "version")) {
      if (WHOLE.matcher(value).matches() && version.isEmpty()) {
        version = Optional.of(new Version(Long.parseLong(value)));
      } else if (!value.matches("1[.][12]")) {
        throw bad("version", value, "the number of a version of the data, or 1.1 or 1.2 for RDF");
      }
    }
    return version;
  }

  private static OptionalLong maxRows(HttpServletRequest request) throws RequestRefusedException {
    Optional<String> value = one(request, "max-rows");
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!WHOLE.matcher(value.get()).matches()) {
      throw bad("max-rows", value.get(), "a whole number");
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }

  private static Optional<String> one(HttpServletRequest request, String name)
      throws RequestRefusedException {
    List<String> values = values(request, name);
    if (values.size() > 1) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("the parameter '%s' occurs more than once".formatted(name)));
    }
    return values.stream().findFirst();
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.asList(values);
  }

  private static RequestRefusedException bad(String name, String value, String expected) {
    return new RequestRefusedException(
        HttpProblem.badRequest("'%s' is no %s: it takes %s".formatted(value, name, expected)));
  }
}
