package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;

/** Reads bytes as an update: either it is one, or it is refused with a reason. */
public final class UpdateTarget {

  private UpdateTarget() {}

  /** Loads what reading needs, which would count as time that the first input takes. */
  public static void fuzzerInitialize() {
    accept("CLEAR ALL".getBytes(StandardCharsets.UTF_8));
    accept("CLEAR".getBytes(StandardCharsets.UTF_8));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    accept(data.consumeRemainingAsBytes());
  }

  static void accept(byte[] data) {
    try {
      assertThat(Sparql.parseUpdate(new String(data, StandardCharsets.UTF_8)).getOperations())
          .doesNotContainNull();
    } catch (QueryFailedException refused) {
      assertThat(refused.problem().message()).isNotBlank();
    }
  }
}
