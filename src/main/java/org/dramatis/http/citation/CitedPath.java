package org.dramatis.http.citation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.citation.Reference;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Sha256;
import org.dramatis.query.answer.AnswerFormat;

/**
 * What stands behind {@code /q/}.
 *
 * @param hash the query
 * @param version the version of the data, as it is named there
 * @param extension the form that is wanted, if the address ends in one
 * @param compares whether the answer is to be compared with another
 */
record CitedPath(
    Sha256 hash, Optional<String> version, Optional<String> extension, boolean compares) {

  private static final Pattern PATH =
      Pattern.compile("/(?<hash>[0-9a-f]{64})(?:@(?<version>[^/]+?))?(?<compare>/compare)?");

  static CitedPath of(String path) throws RequestRefusedException {
    Optional<String> extension = extension(path);
    String rest =
        extension.map(end -> path.substring(0, path.length() - end.length() - 1)).orElse(path);
    Matcher matcher = PATH.matcher(rest);
    if (!matcher.matches()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("no query is called that")
              .hinting(
                  "a cited query is at /q/ and the 64 digits of its hash, its answer from a version"
                      + " behind that with @ and the version"));
    }
    return new CitedPath(
        new Sha256(matcher.group("hash")),
        Optional.ofNullable(matcher.group("version")),
        extension,
        matcher.group("compare") != null);
  }

  /** Names of versions may have dots, so that only what is known counts. */
  private static Optional<String> extension(String path) {
    String end = path.substring(path.lastIndexOf('.') + 1);
    boolean known =
        path.indexOf('.') >= 0
            && Stream.concat(
                    Stream.of(AnswerFormat.values()).map(AnswerFormat::key),
                    Stream.of(Reference.Style.values()).map(Reference.Style::extension))
                .anyMatch(end::equals);
    return known ? Optional.of(end) : Optional.empty();
  }

  /** The reference that the address ends in, if it does. */
  Optional<Reference.Style> reference() {
    return extension.flatMap(end ->
        Stream.of(Reference.Style.values())
            .filter(style -> style.extension().equals(end))
            .findFirst());
  }

  /** The address with another name of the version. */
  String with(String name) {
    return "%s/%s@%s%s%s"
        .formatted(
            CitationEndpoint.PATH,
            hash.hex(),
            name,
            compares ? "/compare" : "",
            extension.map(end -> "." + end).orElse(""));
  }
}
