package org.dramatis.http.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token is good for. */
public enum Scope {
  /** To read what only writers see, such as single graphs, and what runs. */
  READ,
  /** To change graphs, and to stop what runs. */
  WRITE;

  /** The word for it in the file of tokens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
