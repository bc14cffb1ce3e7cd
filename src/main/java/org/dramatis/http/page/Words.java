package org.dramatis.http.page;

import java.util.Locale;

/** Small things that templates say in words. */
public final class Words {

  private Words() {}

  /** A number as people read it. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** So many of something. */
  public static String count(long number, String one, String more) {
    return number(number) + " " + (number == 1 ? one : more);
  }
}
