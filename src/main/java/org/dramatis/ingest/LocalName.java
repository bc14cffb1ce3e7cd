package org.dramatis.ingest;

import java.util.Optional;
import org.apache.jena.riot.system.RiotChars;

/** The part of a prefixed name after the colon. */
final class LocalName {

  private static final String ESCAPABLE = "_~.-!$&'()*+,;=/?#@%";

  private LocalName() {}

  /** The name with a backslash wherever the grammar asks for one; empty if it cannot be written. */
  static Optional<String> escape(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (mayStand(c, i, name)) {
        text.append(c);
      } else if (ESCAPABLE.indexOf(c) >= 0) {
        text.append('\\').append(c);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(text.toString());
  }

  private static boolean mayStand(char c, int index, String name) {
    boolean first = index == 0;
    boolean last = index == name.length() - 1;
    if (c == '.') {
      return !first && !last;
    }
    if (c == '%') {
      return index + 2 < name.length()
          && isHex(name.charAt(index + 1))
          && isHex(name.charAt(index + 2));
    }
    if (c == ':') {
      return true;
    }
    if (Character.isSurrogate(c)) {
      return false;
    }
    return first ? RiotChars.isPNChars_U_N(c) : RiotChars.isPNChars(c);
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 128;
  }
}
