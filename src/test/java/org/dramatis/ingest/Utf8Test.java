package org.dramatis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.dramatis.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          a byte that begins nothing,        61 80 62,                1:2, byte 1 (0x80)
          Latin-1 in the second line,        61 0A C3 A9 E9 20 62,    2:2, byte 4 (0xE9)
          a character that is cut off,       61 62 E2 80,             1:3, byte 2 (0xE2)
          an overlong form,                  C0 AF,                   1:1, byte 0 (0xC0)
          half of a surrogate pair,          F0 9F 98 80 ED A0 80,    1:2, byte 4 (0xED)
          something beyond Unicode,          F4 90 80 80,             1:1, byte 0 (0xF4)
          """)
  void whatIsNotUtf8IsRefusedWithThePlaceOfItsFirstByte(
      String what, String hex, String place, String named) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(Utf8.decode("f.ttl", bytes).problems())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .startsWith("f.ttl:" + place + ": " + named + " is not UTF-8");
  }

  @Test
  void nothingIsNormalisedOrTrimmed() {
    String text = "\r\n e\u0301 \u2019\uD83D\uDE00\uFEFF\u0000\n\n";
    assertThat(Utf8.decode("f", text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Outcome.of(text));
  }

  @Test
  void noBytesAreNoText() {
    assertThat(Utf8.decode("f", new byte[0])).isEqualTo(Outcome.of(""));
  }
}
