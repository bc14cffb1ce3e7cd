package org.dramatis.link.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names tell, in bits, among two hundred others. */
final class NameLikenessTest {

  /** What is told by names that have nothing in common. */
  private static final double NOTHING = -4;

  private static double bits(String one, String other) {
    Profiles from = Profiles.of(Sides.amongOthers(Sides.person("x:a", one)));
    Profiles to = Profiles.of(Sides.amongOthers(Sides.person("y:a", other)));
    return new NameLikeness(Frequencies.of(from), Frequencies.of(to))
        .of(from.get(0), to.get(0))
        .bits();
  }

  @ParameterizedTest
  @CsvSource({
    "Zora Maridueña, Benno Kastelic",
    "Zora Maridueña, Zoran Kastelic",
    "Part 7, Part 8",
    "Max, May"
  })
  void namesThatShareLittleSpeakAgainst(String one, String other) {
    assertThat(bits(one, other)).isLessThan(2);
  }

  @Test
  void namesWithNothingInCommonMayBeThoseOfTwoLanguages() {
    assertThat(bits("Zora Maridueña", "Benno Kastelic")).isEqualTo(NOTHING);
  }

  @Test
  void theSameNameTellsMoreThanOneLikeItAndThatMoreThanAnInitial() {
    double same = bits("Zora Maridueña", "zora maridueña");
    double alike = bits("Zora Maridueña", "Zora Maridueno");
    double initial = bits("Zora Maridueña", "Z. Mariduena");
    assertThat(same).isGreaterThan(alike);
    assertThat(alike).isGreaterThan(initial);
    assertThat(initial).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "Zora Maridueña, Maridueña Zora",
    "Zora Maridueña, Zora Maridueñaa",
    "Spider Man Returns, Spiderman Returns",
    "Zora Maridueña, ZoraMaridueña"
  })
  void anotherOrderALetterOrABlankAreOneSmallDifference(String one, String other) {
    assertThat(bits(one, other)).isGreaterThan(bits(one, one) - 3);
  }

  @Test
  void aRareWordThatOnlyOneHasDoesNotOutweighSeveralThatBothHave() {
    assertThat(bits("Suranhai Filhenken Bristen Hugristai", "Suranhai Bristen Hugristai"))
        .isPositive();
  }
}
