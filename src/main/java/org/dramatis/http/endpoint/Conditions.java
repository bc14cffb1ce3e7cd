package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.model.Version;

/**
 * In which state of the data a change is to be made, and in no other (RFC 9110, section 13.1). A
 * tag stands for a version of the whole dataset, whichever answer it came with.
 */
public final class Conditions {

  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final String ANY = "*";
  private static final String WEAK = "W/";

  /** One tag of a list, with the commas before it. */
  private static final Pattern ELEMENT =
      Pattern.compile("\\G[ \\t,]*+((?:W/)?\"[^\"]*+\")[ \\t]*+(?:,|$)");

  private static final Pattern REST = Pattern.compile("[ \\t,]*+");

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final DataVersions versions;
  private final Optional<List<String>> ifMatch;
  private final Optional<List<String>> ifNoneMatch;

  private Conditions(
      HttpServletRequest request, HttpServletResponse response, DataVersions versions)
      throws RequestRefusedException {
    this.request = request;
    this.response = response;
    this.versions = versions;
    this.ifMatch = tags(request, IF_MATCH);
    this.ifNoneMatch = tags(request, IF_NONE_MATCH);
  }

  /**
   * Those of a request.
   *
   * @throws RequestRefusedException if they cannot be read: then it is not known what is wanted
   */
  public static Conditions of(
      HttpServletRequest request, HttpServletResponse response, DataVersions versions)
      throws RequestRefusedException {
    return new Conditions(request, response, versions);
  }

  private static Optional<List<String>> tags(HttpServletRequest request, String header)
      throws RequestRefusedException {
    List<String> lines = Collections.list(request.getHeaders(header));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String list = String.join(",", lines).strip();
    if (list.equals(ANY)) {
      return Optional.of(List.of(ANY));
    }
    List<String> tags = new ArrayList<>();
    int end = 0;
    Matcher element = ELEMENT.matcher(list);
    while (element.find()) {
      tags.add(element.group(1));
      end = element.end();
    }
    if (tags.isEmpty() || !REST.matcher(list.substring(end)).matches()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("%s is * or a list of tags in double quotes".formatted(header))
              .hinting("send the ETag of an answer as it came, or the version: \"7\""));
    }
    return Optional.of(List.copyOf(tags));
  }

  /**
   * Goes on only if the data is as it was demanded. Nobody else may be able to change it until the
   * change is made.
   *
   * @param now the version that is about to be changed
   * @param exists whether what is to be changed is there
   */
  public void check(Version now, boolean exists) throws RequestRefusedException {
    Predicate<String> strong = tag -> stands(tag, now, exists);
    if (ifMatch.isPresent() && ifMatch.get().stream().noneMatch(strong)) {
      throw failed(
          now,
          ifMatch.get().contains(ANY)
              ? "there is nothing yet that %s: * could mean".formatted(IF_MATCH)
              : "%s does not name version %s, at which the data is now".formatted(IF_MATCH, now));
    }
    Predicate<String> weak = tag -> stands(tag.replaceFirst("^" + WEAK, ""), now, exists);
    if (ifNoneMatch.isPresent() && ifNoneMatch.get().stream().anyMatch(weak)) {
      throw failed(
          now,
          ifNoneMatch.get().contains(ANY)
              ? "it is there, against %s: *".formatted(IF_NONE_MATCH)
              : "%s names version %s, at which the data still is".formatted(IF_NONE_MATCH, now));
    }
  }

  /** A weak tag stands for nothing that is to be the same to the last byte. */
  private boolean stands(String tag, Version now, boolean exists) {
    return tag.equals(ANY)
        ? exists
        : tag.startsWith("\"") && versions.tag(now).stands(tag.substring(1, tag.length() - 1));
  }

  private RequestRefusedException failed(Version now, String detail) {
    versions.tell(now, request, response);
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.PRECONDITION_FAILED, detail + "; nothing was done")
            .hinting("read again, and send the ETag of that answer"));
  }
}
