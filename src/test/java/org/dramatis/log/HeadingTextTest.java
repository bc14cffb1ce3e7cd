package org.dramatis.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingTextTest {

  private static Heading heading(String author, String message) {
    return new Heading(
        new Version(7),
        Optional.of(Sha256.of("before")),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        author,
        message,
        12,
        3,
        new LinkedHashSet<>(List.of(NodeFactory.createURI("http://example.org/g#\u00e9"))),
        Set.of(NodeFactory.createURI("http://example.org/h")),
        4567,
        Sha256.of("rows"),
        Optional.of(new Receipt(Sha256.of("key"), Sha256.of("request"), "an \"answer\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "\"quoted\" and 'single'",
        "back\\slash \\n \\u0041",
        "tab\t, line\n, return\r, page\f, bell\u0007, next line\u0085, separator\u2028",
        "\u00e9\u4e2d\ud83c\udfac \u202eright to left",
        " > . \"^^<x> ",
        "H id <x> .\nTX ."
      })
  void whatIsWrittenIsReadAgain(String text) throws Exception {
    Heading heading = heading(text, text + text);
    byte[] lines = HeadingText.whole(heading);

    assertThat(HeadingText.read(lines)).isEqualTo(heading);
    assertThat(new String(lines, StandardCharsets.UTF_8).split("\n")).hasSize(15);
  }

  @Test
  void anyReaderOfRdfPatchReadsTheSame() {
    Map<String, String> read = new HashMap<>();
    Heading heading = heading("ann", "a \"message\"\n\u00e9");
    new RDFPatchReaderText(new ByteArrayInputStream(HeadingText.whole(heading)))
        .apply(
            new RDFChangesBase() {
              @Override
              public void header(String field, Node value) {
                read.put(field, value.toString());
              }
            });

    assertThat(read)
        .containsEntry("message", NodeFactory.createLiteralString(heading.message()).toString())
        .containsEntry("content", heading.content().toString())
        .containsEntry("id", heading.id().toString())
        .hasEntrySatisfying("version", number -> assertThat(number).startsWith("\"7\"^^"))
        .hasEntrySatisfying("time", time -> assertThat(time).contains("2026-01-02T03:04:05.678Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version 7", "version 8", "added 12", "length 4567", "ann", "H prev"})
  void whatWasAlteredIsDamaged(String part) {
    String lines = new String(HeadingText.whole(heading("ann", "m")), StandardCharsets.UTF_8);
    String altered = lines.replace(part, part.replaceAll(".$", "0"));
    String doubled =
        lines.replaceFirst("(?m)^(H " + part.replaceFirst(" .*", "") + " .*)$", "$1\n$1");

    for (String text : List.of(altered, lines + lines, lines.replace("H author", "author"))) {
      if (!text.equals(lines)) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThrows(DamagedException.class, () -> HeadingText.read(bytes), text);
      }
    }
    if (!doubled.equals(lines)) {
      byte[] bytes = doubled.getBytes(StandardCharsets.UTF_8);
      assertThrows(DamagedException.class, () -> HeadingText.read(bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "H", "H ", "H id", "H id <x", "H id < .\n", "H version \" .\n", "X y z .\n"})
  void whatIsNoHeadingIsDamagedAndNothingElse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThrows(DamagedException.class, () -> HeadingText.read(bytes));
  }
}
