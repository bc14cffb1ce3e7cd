package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;

/** Reads bytes as a query: either it is one, or it is refused with a reason. */
public final class QueryTarget {

  private QueryTarget() {}

  /** Loads what reading needs, which would count as time that the first input takes. */
  public static void fuzzerInitialize() {
    accept("ASK {}".getBytes(StandardCharsets.UTF_8));
    accept("ASK".getBytes(StandardCharsets.UTF_8));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    accept(data.consumeRemainingAsBytes());
  }

  static void accept(byte[] data) {
    try {
      assertThat(Sparql.parse(new String(data, StandardCharsets.UTF_8)).isUnknownType()).isFalse();
    } catch (QueryFailedException refused) {
      assertThat(refused.problem().message()).isNotBlank();
    }
  }
}
