package org.dramatis.http.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.dramatis.settings.Settings;
import org.junit.jupiter.api.Test;

class HeapShareTest {

  private static final long HEAP = Runtime.getRuntime().maxMemory();

  @Test
  void whatRequestsHaveByDefaultIsThreeQuartersOfTheHeapTogether() {
    Settings settings = Settings.of(Path.of(""));
    long cache = settings.cacheBytes();
    long counted =
        cache
            + HeapShare.forQueries(cache, settings.limits().memory())
            + Arrays.stream(HeapShare.values())
                .filter(share -> share != HeapShare.DICTIONARY)
                .mapToLong(HeapShare::bytes)
                .sum();

    assertThat(counted).isBetween(HEAP / 100 * 74, HEAP / 4 * 3);
  }

  @Test
  void theDictionaryTakesLessThanHalfOfTheLastQuarter() {
    assertThat(HeapShare.DICTIONARY.bytes()).isLessThan(HEAP / 8);
  }

  @Test
  void aLargerCacheLeavesLessForQueriesButAlwaysEnoughForOne() {
    long tenth = HEAP / 10;
    assertThat(HeapShare.forQueries(2 * tenth, tenth)).isLessThan(3 * tenth + 100);
    assertThat(HeapShare.forQueries(5 * tenth, tenth)).isEqualTo(tenth);
  }
}
