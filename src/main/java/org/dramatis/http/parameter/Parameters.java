package org.dramatis.http.parameter;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.mistake.Spelling;
import org.dramatis.query.warning.Warning;
import org.dramatis.settings.Seconds;

/**
 * The parameters of a request: in the query part of its address, and in its body if that is a form.
 *
 * @param values the values of each parameter, in the order in which they were sent
 */
public record Parameters(Map<String, List<String>> values) {

  private static final String ATTRIBUTE = Parameters.class.getName();

  /** More would not be read. */
  private static final int MOST_WARNINGS = 5;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");

  /** Takes the map as it is. */
  public Parameters {
    values = Collections.unmodifiableMap(values);
  }

  /** Those in the address, which are read once. */
  public static Parameters of(HttpServletRequest request) throws RequestRefusedException {
    if (request.getAttribute(ATTRIBUTE) instanceof Parameters read) {
      return read;
    }
    Parameters parameters = parse(address(request));
    request.setAttribute(ATTRIBUTE, parameters);
    return parameters;
  }

  /** Those in the address, and behind them those in a form. */
  public static Parameters of(HttpServletRequest request, String form)
      throws RequestRefusedException {
    return parse(address(request), form);
  }

  private static String address(HttpServletRequest request) {
    return Optional.ofNullable(request.getQueryString()).orElse("");
  }

  /** Reads several texts of the media type {@code application/x-www-form-urlencoded}. */
  public static Parameters parse(String... texts) throws RequestRefusedException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String text : texts) {
      for (String field : text.split("&", -1)) {
        if (!field.isEmpty()) {
          String[] parts = field.split("=", 2);
          fields
              .computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
              .add(parts.length > 1 ? decode(parts[1]) : "");
        }
      }
    }
    return new Parameters(fields);
  }

  private static String decode(String text) throws RequestRefusedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(hex(text, i));
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        // A pair of surrogates is two chars, and one sequence of bytes.
        int length = Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1;
        bytes.writeBytes(text.substring(i, i + length).getBytes(StandardCharsets.UTF_8));
        i += length - 1;
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("a parameter is not UTF-8 when its percent signs are decoded")
              .hinting("encode each byte of a character in UTF-8, such as %C3%A9"));
    }
  }

  private static int hex(String text, int index) throws RequestRefusedException {
    if (index + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(index + 1))
        || !HexFormat.isHexDigit(text.charAt(index + 2))) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
                  "a percent sign in a parameter is not followed by two hexadecimal digits")
              .hinting("write %25 for the sign itself"));
    }
    return HexFormat.fromHexDigits(text, index + 1, index + 3);
  }

  /** The values of a parameter. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether there is a parameter of this name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The only value of a parameter, if there is one. */
  public Optional<String> one(String name) throws RequestRefusedException {
    List<String> given = all(name);
    if (given.size() > 1) {
      throw bad("the parameter '%s' occurs more than once".formatted(name));
    }
    return given.stream().findFirst();
  }

  /** The only value of a parameter that cannot be left out. */
  public String required(String name) throws RequestRefusedException {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      HttpProblem missing = HttpProblem.badRequest("the parameter '%s' is missing".formatted(name));
      throw new RequestRefusedException(
          values.keySet().stream()
              .filter(given -> Spelling.nearest(given, List.of(name)).isPresent())
              .findFirst()
              .map(given -> missing.hinting("'%s' was sent instead".formatted(given)))
              .orElse(missing));
    }
    return value.get();
  }

  /** A time above zero in seconds. */
  public Optional<Duration> seconds(String name) throws RequestRefusedException {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Duration> time = Seconds.parse(value.get()).filter(Duration::isPositive);
    if (time.isEmpty()) {
      throw no(name, value.get(), "a number of seconds above 0, such as 0.5");
    }
    return time;
  }

  /** A whole number. */
  public OptionalLong count(String name) throws RequestRefusedException {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!WHOLE.matcher(value.get()).matches()) {
      throw no(name, value.get(), "a whole number");
    }
    return OptionalLong.of(Long.parseLong(value.get()));
  }

  /** The tag of a language, in small letters. */
  public Optional<String> language(String name) throws RequestRefusedException {
    Optional<String> language = one(name);
    if (language.isPresent() && !LANGUAGE.matcher(language.get()).matches()) {
      throw bad("'%s' is no tag of a language, such as en or pt-BR".formatted(language.get()));
    }
    return language.map(tag -> tag.toLowerCase(Locale.ROOT));
  }

  /** Whether something is wanted, which it is not unless somebody says so. */
  public boolean flag(String name) throws RequestRefusedException {
    String value = one(name).orElse("false");
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw no(name, value, "true or false");
    };
  }

  /** A warning of each that is none of the known ones, and so without effect. */
  public List<Warning> unread(Set<String> known) {
    return values.keySet().stream()
        .filter(name -> !known.contains(name))
        .limit(MOST_WARNINGS)
        .map(name -> unread(name, known))
        .toList();
  }

  private static Warning unread(String name, Set<String> known) {
    return new Warning(
        Warning.Code.UNKNOWN_PARAMETER,
        "there is no parameter '%s' here, so it has no effect%s"
            .formatted(
                name,
                Spelling.nearest(name, known)
                    .map(near -> "; did you mean '%s'?".formatted(near))
                    .orElse("")));
  }

  private static RequestRefusedException no(String name, String value, String expected) {
    return bad("'%s' is no %s: it takes %s".formatted(value, name, expected));
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }

  /** A time that somebody wishes can only lower the limit. */
  public static Duration lower(Optional<Duration> wanted, Duration limit) {
    return wanted.filter(time -> time.compareTo(limit) < 0).orElse(limit);
  }
}
