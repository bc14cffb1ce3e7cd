package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.riot.Lang;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.RdfReader;
import org.dramatis.ingest.Reading;
import org.dramatis.model.Problem;

/**
 * Reads bytes as a document, the first byte saying in which syntax: 0 to 5 are those of {@link
 * RdfReader#LANGUAGES}. What is read is text that can be written again; all else is refused with a
 * reason.
 */
public final class RdfTarget {

  private RdfTarget() {}

  /** Loads what reading needs, which would count as time that the first input takes. */
  public static void fuzzerInitialize() {
    for (int language = 0; language < RdfReader.LANGUAGES.size(); language++) {
      accept((language + "<").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    accept(data.consumeRemainingAsBytes());
  }

  static void accept(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Lang lang = RdfReader.LANGUAGES.get(Math.floorMod(data[0] - '0', RdfReader.LANGUAGES.size()));
    switch (RdfReader.read(new Document("fuzz", lang, Arrays.copyOfRange(data, 1, data.length)))) {
      case Outcome.Ok<Reading>(Reading reading) ->
          reading
              .quads()
              .forEach(quad ->
                  assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(quad.toString()))
                      .isTrue());
      case Outcome.Refused<Reading>(var problems) ->
          assertThat(problems).extracting(Problem::message).isNotEmpty().noneMatch(String::isBlank);
    }
  }
}
