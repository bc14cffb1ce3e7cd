package org.dramatis.http.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dramatis.http.problem.ProblemType;

/** What a kind of error means, and what to do about it. */
public record ProblemTypePage(ProblemType type) implements Page {

  private static final Pattern PIECE = Pattern.compile("`([^`]*)`|[^`]+|`");

  /** Some words, or some code. */
  public record Piece(String text, boolean code) {

    private static Piece of(MatchResult match) {
      String code = match.group(1);
      return code == null ? new Piece(match.group(), false) : new Piece(code, true);
    }
  }

  @Override
  public String title() {
    return type.title();
  }

  /** The explanation, in which backquotes enclose code. */
  public List<Piece> explanation() {
    try (Stream<MatchResult> pieces = PIECE.matcher(type.paragraph()).results()) {
      return pieces.map(Piece::of).toList();
    }
  }
}
