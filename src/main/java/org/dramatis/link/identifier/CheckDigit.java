package org.dramatis.link.identifier;

import java.util.Arrays;
import java.util.Optional;

/** How the last character of an identifier follows from the others. */
enum CheckDigit {

  /** That of ISNI and ORCID: each digit doubles what came before it, modulo 11; X is ten. */
  MOD_11_2("ISO 7064 MOD 11-2") {
    @Override
    boolean confirms(String characters) {
      int sum = 0;
      for (int i = 0; i < characters.length() - 1; i++) {
        sum = (sum + value(characters.charAt(i))) * 2 % 11;
      }
      char last = characters.charAt(characters.length() - 1);
      return (12 - sum) % 11 == (last == 'X' ? 10 : value(last));
    }
  },

  /** That of EIDR, over digits and letters. */
  MOD_37_36("ISO 7064 MOD 37,36") {
    @Override
    boolean confirms(String characters) {
      int product = 36;
      for (int i = 0; i < characters.length() - 1; i++) {
        int sum = (product + value(characters.charAt(i))) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
      }
      return (product + value(characters.charAt(characters.length() - 1))) % 36 == 1;
    }

    // The prefix of the registry is the same in all and not checked.
    @Override
    String checked(String identifier) {
      return super.checked(identifier.substring(identifier.indexOf('/') + 1));
    }
  },

  /** That of ISWC: the digits weighted by their places, and one for the letter, modulo 10. */
  ISWC("ISWC") {
    @Override
    boolean confirms(String characters) {
      int sum = 1;
      for (int i = 1; i < characters.length() - 1; i++) {
        sum += i * value(characters.charAt(i));
      }
      return (sum + value(characters.charAt(characters.length() - 1))) % 10 == 0;
    }
  };

  private final String title;

  CheckDigit(String title) {
    this.title = title;
  }

  /** The one of that name in the vocabulary. */
  static Optional<CheckDigit> named(String title) {
    return Arrays.stream(values()).filter(each -> each.title.equals(title)).findFirst();
  }

  /** Whether an identifier that matches the pattern of its scheme ends as it should. */
  boolean isRight(String identifier) {
    return confirms(checked(identifier));
  }

  abstract boolean confirms(String characters);

  /** The characters that count, the check digit last. */
  String checked(String identifier) {
    return identifier.replace("-", "");
  }

  private static int value(char character) {
    return Character.digit(character, Character.MAX_RADIX);
  }
}
