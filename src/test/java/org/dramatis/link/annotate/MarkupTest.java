package org.dramatis.link.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML is read as a person reads it, however broken it is, and every letter keeps its place. */
final class MarkupTest {

  private static String seen(String html) {
    return Markup.read(html).text().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<|<",
        "a < b & c|a < b & c",
        "<b>Luke|Luke",
        "Luke</b>|Luke",
        "Luke<b|Luke",
        "Luke<!-- not seen|Luke",
        "Luke<!--> not seen -->!|Luke!",
        "<a title=\"a > b\">Luke</a>|Luke",
        "<a title = 'a > b'>Luke</a>|Luke",
        "<script>Luke</b></script>Cassie|Cassie",
        "<STYLE>Luke</style >Cassie|Cassie",
        "<script>Luke|''",
        "<script/>Luke|Luke",
        "&nolimit;|&nolimit;",
        "&amp;amp;|&amp;",
        "&#0;&#xD800;&#x110000;&#99999999999;|\uFFFD\uFFFD\uFFFD&#99999999999;",
        "&#x;&#;|&#x;&#;",
        "&&&&;|&&&&;",
        "Maridue&ntilde;a&#39;s|Maridueña's",
        "Lu<b>ke</b>|Luke",
        "<?xml version='1.0'?><!doctype html>Luke|Luke"
      })
  void isReadWhateverItIs(String html, String text) {
    assertThat(seen(html)).isEqualTo(text);
  }

  @Test
  void wordsInDifferentBlocksAreApart() {
    assertThat(seen("<p>Purple</p><p>Hearts</p>")).isEqualTo("Purple\n\n\n\nHearts");
  }

  @Test
  void everyPlaceIsKnown() {
    String html = "<p>😀 Maridue&ntilde;a <b>and</b> Lu<i>ke</i>";
    Markup markup = Markup.read(html);
    int start = markup.text().indexOf("Maridueña");
    int end = start + "Maridueña".length();
    assertThat(html.substring(markup.start(start), markup.end(end))).isEqualTo("Maridue&ntilde;a");
    int luke = markup.text().indexOf("Luke");
    assertThat(html.substring(markup.start(luke), markup.end(luke + 4))).isEqualTo("Lu<i>ke");
  }
}
