package org.dramatis.http.upload;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters behind a media type or another header's value. */
final class HeaderParameters {

  // Possessive: the pattern would otherwise go down the stack by a frame for each quoted character.
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?<name>[^\\s;=]+)=(?:\"(?<quoted>(?:[^\"\\\\]++|\\\\.)*+)\"|(?<plain>[^\\s;]*))");

  private HeaderParameters() {}

  /** The value of the first parameter of this name, without its quotes. */
  static Optional<String> find(String parameters, String name) {
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      if (parameter.group("name").equalsIgnoreCase(name)) {
        return Optional.ofNullable(parameter.group("quoted"))
            .map(quoted -> quoted.replaceAll("\\\\(.)", "$1"))
            .or(() -> Optional.ofNullable(parameter.group("plain")));
      }
    }
    return Optional.empty();
  }
}
