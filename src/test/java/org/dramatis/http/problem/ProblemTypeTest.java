package org.dramatis.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kinds of errors and {@code docs/problems.md}, which explains them, are the same. */
class ProblemTypeTest {

  private static final Path PAGE = Path.of("docs/problems.md");

  @Test
  void thePageExplainsEveryKindInTheirOrderAndNothingElse() throws IOException {
    List<String> headings =
        Arrays.stream(Files.readString(PAGE).split("(?m)^## ", -1))
            .skip(1)
            .map(section -> "## " + section.lines().limit(3).collect(Collectors.joining("\n")))
            .toList();

    assertThat(headings)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemType.values()).map(ProblemTypeTest::heading).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsOwnAddressAndAnErrorsStatus(ProblemType type) {
    assertThat(ProblemType.of(type.slug())).hasValue(type);
    assertThat(type.iri()).isEqualTo("https://w3id.org/dramatis/problems/" + type.slug());
    assertThat(type.slug()).matches("[a-z]+(-[a-z]+)*");
    assertThat(type.status()).isBetween(301, 599);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsExplainedAsThePageDoes(ProblemType type) throws IOException {
    assertThat(type.paragraph()).endsWith(".").doesNotContain("](", "##");
    assertThat(Files.readString(PAGE)).contains(heading(type) + "\n\n" + type.paragraph() + "\n");
  }

  private static String heading(ProblemType type) {
    String stop = type.title().endsWith("?") ? "" : ".";
    return "## %s\n\n`%s`, status %d: %s%s"
        .formatted(type.slug(), type.iri(), type.status(), type.title(), stop);
  }
}
