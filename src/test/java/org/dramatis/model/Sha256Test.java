package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

  /** From FIPS 180-4's example of one block. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isWhatTheStandardSays() {
    assertThat(Sha256.of("abc").hex()).isEqualTo(ABC);
  }

  @Test
  void isReadAsItIsWritten() {
    assertThat(Sha256.parse(Sha256.of("abc").toString())).contains(Sha256.of("abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", ABC, "sha256:" + ABC + "0", "SHA256:" + ABC, "sha256:xyz"})
  void anythingElseIsNotRead(String text) {
    assertThat(Sha256.parse(text)).isEmpty();
  }

  @Test
  void digitsInCapitalsAreNoDigest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sha256(ABC.toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  void oneDigitMoreOrLessIsAnotherDigest() {
    assertThat(Sha256.of("abc").isSame(Sha256.of("abc"))).isTrue();
    assertThat(Sha256.of("abc").isSame(Sha256.of("abd"))).isFalse();
  }
}
