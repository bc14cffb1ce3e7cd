package org.dramatis.http.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

  @ParameterizedTest(name = "{0} is held by {1}")
  @CsvSource({
    "192.0.2.7,              192.0.2.7",
    "a-token,                a-token",
    "name:with:colons,       name:with:colons",
    "2001:db8:0:7::1,        20010db800000007/64",
    "2001:db8:0:7:a:b:c:d,   20010db800000007/64",
    "[2001:db8:0:7::1],      20010db800000007/64",
    "2001:db8:0:8::1,        20010db800000008/64",
    "::ffff:192.0.2.7,       ::ffff:192.0.2.7",
    "::1,                    0000000000000000/64",
  })
  void oneWhoHasANetworkIsOneClient(String name, String holder) {
    assertThat(Client.holder(name)).isEqualTo(holder);
  }
}
