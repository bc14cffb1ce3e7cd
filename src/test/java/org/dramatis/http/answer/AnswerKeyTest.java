package org.dramatis.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {

  private static EntityTag tag(List<String> defaultGraphs, List<String> namedGraphs) {
    return new AnswerKey(
            new Version(1), "ASK {}", defaultGraphs, namedGraphs, "csv", OptionalLong.empty())
        .tag(new VersionTag(new Version(1), Optional.empty(), "1.0"));
  }

  @Test
  void anotherProgramHasAnotherTagThatStandsForTheSameData() {
    VersionTag before = new VersionTag(new Version(1), Optional.empty(), "1.0");
    VersionTag after = new VersionTag(new Version(1), Optional.empty(), "1.1");

    assertThat(after.of("page")).isNotEqualTo(before.of("page"));
    assertThat(after.stands(before.of("page").value())).isTrue();
  }

  @Test
  void otherGraphsHaveAnotherTag() {
    assertThat(
            List.of(
                tag(List.of("a b"), List.of()),
                tag(List.of("a", "b"), List.of()),
                tag(List.of("a"), List.of("b")),
                tag(List.of(), List.of("a", "b")),
                tag(List.of(), List.of("a b")),
                tag(List.of(""), List.of()),
                tag(List.of(), List.of())))
        .doesNotHaveDuplicates();
    assertThat(tag(List.of("a"), List.of("b"))).isEqualTo(tag(List.of("a"), List.of("b")));
  }
}
