package org.dramatis.link.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is parted into its sentences. */
final class SentencesTest {

  private static List<String> of(String text) {
    return Sentences.of(text).stream()
        .map(sentence -> text.substring(sentence.start(), sentence.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n \n"})
  void thereAreNoneInNothing(String text) {
    assertThat(of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anthony B. Richmond saw Mr. Robot.",
        "It cost 1.5 million at Change.org, e.g. today",
        "“Really? yes,” he said",
        "A line\nand another",
        "...",
        "J. R. R. Tolkien",
        "He said, “One. Two?” and left",
        "He said: “One. Two.”"
      })
  void oneSentenceIsOne(String text) {
    assertThat(of(text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One. Two.|One.|Two.",
        "“One.” Two.|“One.”|Two.",
        "One?! (Two.)|One?!|(Two.)",
        "One… Two|One…|Two",
        "He said, “One. Two.” Three.|He said, “One. Two.”|Three.",
        "“One. Two.”|“One.|Two.”",
        "One “two. Three|One “two.|Three",
        "一。二！|一。|二！",
        "「一。」二|「一。」|二"
      })
  void twoAreTwo(String text, String first, String second) {
    assertThat(of(text)).containsExactly(first, second);
  }

  @Test
  void anEmptyLineEndsAHeading() {
    assertThat(of("A heading\r\n\r\nOne.\n \nTwo")).containsExactly("A heading", "One.", "Two");
  }
}
