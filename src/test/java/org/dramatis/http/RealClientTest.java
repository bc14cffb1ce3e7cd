package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dramatis.http.RealClient.Verdict;
import org.junit.jupiter.api.Test;

class RealClientTest {

  @Test
  void anExitCodeIsWhatTheProgramMeansByIt() {
    assertThat(RealClient.CURL.verdict(0)).isEqualTo(Verdict.WHOLE);
    assertThat(RealClient.CURL.verdict(18)).isEqualTo(Verdict.BROKEN);
    assertThat(RealClient.CURL.verdict(22)).isEqualTo(Verdict.REFUSED);
    assertThat(RealClient.PYTHON_URLLIB.verdict(10)).isEqualTo(Verdict.BROKEN);
    assertThat(RealClient.PYTHON_URLLIB.verdict(11)).isEqualTo(Verdict.REFUSED);
  }

  /** 1 is how Python ends when the script itself is wrong, 2 how curl ends when its call is. */
  @Test
  void aFaultOfTheProgramIsNotABrokenAnswer() {
    assertThatThrownBy(() -> RealClient.PYTHON_URLLIB.verdict(1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> RealClient.CURL.verdict(2)).isInstanceOf(IllegalStateException.class);
  }
}
