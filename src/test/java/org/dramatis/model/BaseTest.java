package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named under the base and what is not. */
class BaseTest {

  private static final String OWN = "https://names.example/$1/";

  @Test
  void anotherBaseIsNotChosenOnceSomethingWasNamed() {
    assertThat(Namespaces.BASE).isEqualTo(Base.CANONICAL);

    Base.choose(Base.CANONICAL);
    assertThatThrownBy(() -> Base.choose(OWN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://w3id.org/dramatis/id/film/one>",
        "\"https://w3id.org/dramatis/id/\"",
        "PREFIX claim: <https://w3id.org/dramatis/claim/>",
        "<https://w3id.org/dramatis/source/record>",
        "<https://w3id.org/dramatis/passage/one/1-2>",
        "<https://w3id.org/dramatis/release/2026.1>"
      })
  void namesOfDataMove(String text) {
    assertThat(Base.rebased(text, OWN)).isEqualTo(text.replace(Base.CANONICAL, OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://w3id.org/dramatis/ns#Film>",
        "<https://w3id.org/dramatis/role/actor>",
        "<https://w3id.org/dramatis/identity>",
        "<https://w3id.org/dramatis/id-card>",
        "<https://w3id.org/dramatis/>",
        "<http://w3id.org/dramatis/id/film/one>",
        "\"^https://w3id[.]org/dramatis/id/\""
      })
  void wordsAndWhatOthersNamedStay(String text) {
    assertThat(Base.rebased(text, OWN)).isEqualTo(text);
  }

  @Test
  void whatWeNameHasAPathAndThePathLeadsBack() {
    for (String path : Namespaces.paths()) {
      String thing = "/" + path + "/x";
      assertThat(Namespaces.path(Namespaces.named(thing))).contains(thing);
    }
    assertThat(Namespaces.path(Namespaces.TERMS + "Film")).contains("/ns#Film");
    assertThat(Namespaces.path("https://example.org/id/film/x")).isEmpty();
  }
}
