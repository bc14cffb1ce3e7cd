package org.dramatis.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kinds of errors and {@code docs/problems.md} say the same. With {@code
 * -Ddramatis.accept=true} the page is rewritten instead.
 */
class ProblemTypeTest {

  private static final Path PAGE = Path.of("docs/problems.md");

  @Test
  void thePageListsEveryKindAsItIs() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("dramatis.accept")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsOwnAddressAndAnErrorsStatus(ProblemType type) {
    assertThat(ProblemType.of(type.slug())).hasValue(type);
    assertThat(type.iri()).isEqualTo("https://w3id.org/dramatis/problems/" + type.slug());
    assertThat(type.slug()).matches("[a-z]+(-[a-z]+)*");
    assertThat(type.status()).isBetween(400, 599);
    assertThat(type.paragraph()).endsWith(".").doesNotContain("](");
  }

  private static String page() {
    return """
    # Errors

    An error is a document of the type `application/problem+json` (RFC 9457), or a page for a browser. It always has
    `type` (one of the addresses below, which never change), `title`, `status`, `detail`, `instance` and `requestId`. Where
    it is about a text that was sent it has `line` and `column` (both from 1), `token` (what stands there, empty at
    the end of the text) and, where one is known, a `hint`. Decide by `type`, show `detail` and `hint`.

    This page is made from the program: `ProblemType` says the same, and so does every server at `/problems/`.

    """
        + Arrays.stream(ProblemType.values())
            .map(type ->
                "## %s%n%n`%s`, status %d: %s.%n%n%s%n"
                    .formatted(
                        type.slug(), type.iri(), type.status(), type.title(), type.paragraph()))
            .collect(Collectors.joining("\n"));
  }
}
