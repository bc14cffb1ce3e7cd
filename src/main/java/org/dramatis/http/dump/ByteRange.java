package org.dramatis.http.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * A part of a file.
 *
 * @param first its first byte, counted from 0
 * @param last its last byte
 */
record ByteRange(long first, long last) {

  private static final Pattern ONE =
      Pattern.compile("bytes\\s*=\\s*(?<first>[0-9]{0,18})\\s*-\\s*(?<last>[0-9]{0,18})");

  /** The part that a header asks for; empty for the whole, as for what it says in another way. */
  static Optional<ByteRange> parse(String header, long size) throws RequestRefusedException {
    Matcher one = ONE.matcher(header.strip());
    if (!one.matches()) {
      return Optional.empty();
    }
    String first = one.group("first");
    String last = one.group("last");
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last), size));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
    if (to < from && !last.isEmpty()) {
      return Optional.empty();
    }
    if (from >= size) {
      throw outside(size);
    }
    return Optional.of(new ByteRange(from, Math.min(to, size - 1)));
  }

  private static ByteRange end(long length, long size) throws RequestRefusedException {
    if (length == 0 || size == 0) {
      throw outside(size);
    }
    return new ByteRange(Math.max(0, size - length), size - 1);
  }

  private static RequestRefusedException outside(long size) {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.RANGE_NOT_SATISFIABLE, "the file has %d bytes".formatted(size)));
  }

  long length() {
    return last - first + 1;
  }

  /** As the header {@code Content-Range} has it. */
  String of(long size) {
    return "bytes %d-%d/%d".formatted(first, last, size);
  }
}
