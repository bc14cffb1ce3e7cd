package org.dramatis.model;

import java.util.Comparator;

/** Orders texts as a reader would: digits count as numbers, so that 2 comes before 10. */
public enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
        int endLeft = endOfNumber(left, i);
        int endRight = endOfNumber(right, j);
        int byNumber = compareNumbers(left.substring(i, endLeft), right.substring(j, endRight));
        if (byNumber != 0) {
          return byNumber;
        }
        i = endLeft;
        j = endRight;
      } else if (left.charAt(i) != right.charAt(j)) {
        return Character.compare(left.charAt(i), right.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int byRest = Integer.compare(left.length() - i, right.length() - j);
    return byRest != 0 ? byRest : left.compareTo(right);
  }

  private static int compareNumbers(String left, String right) {
    String plainLeft = withoutLeadingZeros(left);
    String plainRight = withoutLeadingZeros(right);
    int byLength = Integer.compare(plainLeft.length(), plainRight.length());
    return byLength != 0 ? byLength : plainLeft.compareTo(plainRight);
  }

  private static String withoutLeadingZeros(String number) {
    int start = 0;
    while (start < number.length() - 1 && number.charAt(start) == '0') {
      start++;
    }
    return number.substring(start);
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
