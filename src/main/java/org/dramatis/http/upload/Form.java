package org.dramatis.http.upload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * The fields of a form or of the query part of an address.
 *
 * @param fields the values of each field, in the order in which they were sent
 */
public record Form(Map<String, List<String>> fields) {

  /** Takes the map as it is. */
  public Form {
    fields = Collections.unmodifiableMap(fields);
  }

  /** Reads several texts of the media type {@code application/x-www-form-urlencoded}. */
  public static Form parse(String... texts) throws RequestRefusedException {
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
    return new Form(fields);
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
      throw bad("a parameter is not UTF-8 when its percent signs are decoded");
    }
  }

  private static int hex(String text, int index) throws RequestRefusedException {
    if (index + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(index + 1))
        || !HexFormat.isHexDigit(text.charAt(index + 2))) {
      throw bad("a percent sign in a parameter is not followed by two hexadecimal digits");
    }
    return HexFormat.fromHexDigits(text, index + 1, index + 3);
  }

  /** The values of a field. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Whether there is a field of this name. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The only value of a field, if there is one. */
  public Optional<String> one(String name) throws RequestRefusedException {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw bad("the parameter '%s' occurs more than once".formatted(name));
    }
    return values.stream().findFirst();
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
