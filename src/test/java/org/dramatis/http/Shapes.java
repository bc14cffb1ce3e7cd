package org.dramatis.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Named texts from a resource, in which {@code @(x)*n@} is x, n times. */
public final class Shapes {

  private static final Pattern REPEATED = Pattern.compile("@\\((.*?)\\)\\*(\\d+)@");

  private Shapes() {}

  /** A text with a name. */
  public record Shape(String name, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  public static List<Shape> read(String resource) throws IOException {
    try (InputStream in = Shapes.class.getResourceAsStream(resource)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<Shape> shapes = new ArrayList<>();
      String name = "";
      for (String line : all.lines().toList()) {
        if (line.startsWith("#")) {
          name = line.substring(1).strip();
        } else if (!line.isBlank()) {
          shapes.add(new Shape(name, expand(line)));
        }
      }
      return shapes;
    }
  }

  private static String expand(String line) {
    return REPEATED
        .matcher(line)
        .replaceAll((MatchResult match) ->
            Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
  }
}
