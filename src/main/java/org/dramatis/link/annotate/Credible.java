package org.dramatis.link.annotate;

import java.util.Locale;
import java.util.Optional;

/** Whether what is spelled like a name may be one where it stands. */
final class Credible {

  private final String text;
  private final Optional<String> language;

  /** Where nothing is capital, nothing tells a name from another word. */
  private final boolean cased;

  Credible(String text, Optional<String> language) {
    this.text = text;
    this.language = language.map(tag -> tag.toLowerCase(Locale.ROOT));
    this.cased = Casing.of(text) == Casing.CAPITAL;
  }

  /** The spot with what it may be. */
  Spot of(Spot spot) {
    Casing casing = Casing.of(text, spot.start(), spot.end());
    return spot.only(entry -> isSpoken(entry) && isWritten(entry, spot, casing));
  }

  private boolean isSpoken(Entry entry) {
    String own = entry.name().language();
    return language.isEmpty()
        || own.isEmpty()
        || own.equals(language.get())
        || own.startsWith(language.get() + "-");
  }

  /** One small word is the word that it is, and no name, where others have capital letters. */
  private boolean isWritten(Entry entry, Spot spot, Casing casing) {
    return switch (entry.form()) {
      case DESCRIPTION -> true;
      case NAME -> !cased || casing != Casing.SMALL || spot.words() > 1;
      case PART -> casing != Casing.SMALL;
    };
  }
}
