package org.dramatis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  private static final NaturalOrder ORDER = NaturalOrder.INSTANCE;

  @Test
  void numbersCountByTheirValue() {
    assertThat(List.of("claim/10", "claim/9", "claim/100", "claim/2").stream().sorted(ORDER))
        .containsExactly("claim/2", "claim/9", "claim/10", "claim/100");
  }

  @Test
  void severalNumbersCountOneAfterTheOther() {
    assertThat(List.of("10-12", "2-30", "2-4").stream().sorted(ORDER))
        .containsExactly("2-4", "2-30", "10-12");
  }

  @Test
  void numbersTooLongForAnyIntegerTypeAreStillCompared() {
    String big = "9".repeat(40);
    assertThat(ORDER.compare(big, "1" + "0".repeat(40))).isNegative();
  }

  @Test
  void aPrefixComesFirst() {
    assertThat(ORDER.compare("season", "seasons")).isNegative();
  }

  @Test
  void differentTextsAreNeverEqual() {
    assertThat(ORDER.compare("a01", "a1")).isNotZero();
    assertThat(ORDER.compare("a01", "a1")).isEqualTo(-ORDER.compare("a1", "a01"));
  }

  @Test
  void theResultDoesNotDependOnWhereSortingStarted() {
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        text.append("01a9-z".charAt(random.nextInt(6)));
      }
      texts.add(text.toString());
    }
    List<String> sorted = texts.stream().sorted(ORDER).toList();
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(texts, random);
      assertThat(texts.stream().sorted(ORDER).toList()).isEqualTo(sorted);
    }
  }
}
