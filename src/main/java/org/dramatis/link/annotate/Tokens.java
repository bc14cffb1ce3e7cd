package org.dramatis.link.annotate;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.dramatis.link.search.Letters;

/** The words of a text, one after the other. */
final class Tokens implements Iterator<Token> {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long FACTOR = 0x100000001b3L;

  /** The longest article that an apostrophe joins to the word behind it, as in {@code dell’}. */
  private static final int LONGEST_FRONT = 4;

  private final CharSequence text;
  private int at;
  private int place;

  /** Of a text, from its beginning. */
  Tokens(CharSequence text) {
    this.text = text;
    skip();
  }

  @Override
  public boolean hasNext() {
    return at < text.length();
  }

  @Override
  public Token next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the text has ended");
    }
    Writing writing = Writing.of(codePoint());
    Token token = writing.isByLetter() ? letter(writing) : word();
    skip();
    return token;
  }

  private int codePoint() {
    return codePoint(at);
  }

  private int codePoint(int index) {
    char first = text.charAt(index);
    return Character.isSurrogate(first) ? Character.codePointAt(text, index) : first;
  }

  /** Goes to the next word. */
  private void skip() {
    while (at < text.length() && !Letters.isPartOfWord(codePoint())) {
      advance();
    }
  }

  private void advance() {
    at += Character.charCount(codePoint());
    place++;
  }

  /** One letter with the marks on it. */
  private Token letter(Writing writing) {
    int start = at;
    int startPlace = place;
    long hash = SEED;
    do {
      hash = mix(hash, codePoint());
      advance();
    } while (at < text.length() && isMark(codePoint()));
    return new Token(start, at, startPlace, writing, hash, hash, at, hash, start);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private Token word() {
    int start = at;
    int startPlace = place;
    long hash = SEED;
    long stem = SEED;
    long core = SEED;
    int stemEnd = -1;
    int coreStart = start;
    while (at < text.length()) {
      int letter = codePoint();
      if (Letters.isPartOfWord(letter)) {
        if (Writing.of(letter).isByLetter()) {
          break;
        }
        hash = mix(hash, letter);
        core = mix(core, letter);
      } else if (Letters.isApostrophe(letter) && isInside(at)) {
        stem = hash;
        stemEnd = at;
        if (coreStart == start && isFront(start, at)) {
          coreStart = at + 1;
          core = SEED;
        }
      } else {
        break;
      }
      advance();
    }
    boolean ending = stemEnd >= 0 && isEnding(stemEnd);
    return new Token(
        start,
        at,
        startPlace,
        Writing.SPACED,
        hash,
        ending ? stem : hash,
        ending ? stemEnd : at,
        coreStart == start ? hash : core,
        coreStart);
  }

  /** Whether a letter follows. */
  private boolean isInside(int apostrophe) {
    return apostrophe + 1 < text.length() && Character.isLetter(codePoint(apostrophe + 1));
  }

  private boolean isFront(int start, int apostrophe) {
    return apostrophe - start <= LONGEST_FRONT
        && Character.isUpperCase(codePoint(apostrophe + 1))
        && Character.isLowerCase(codePoint(apostrophe - 1));
  }

  private boolean isEnding(int apostrophe) {
    return at - apostrophe == 2 && (text.charAt(apostrophe + 1) | 0x20) == 's';
  }

  private static long mix(long hash, int letter) {
    if (letter < 0x80) {
      int small = letter >= 'A' && letter <= 'Z' ? letter + 0x20 : letter;
      return (hash ^ small) * FACTOR;
    }
    long mixed = hash;
    String folded = Letters.fold(letter);
    for (int i = 0; i < folded.length(); i++) {
      mixed = (mixed ^ folded.charAt(i)) * FACTOR;
    }
    return mixed;
  }

  /** The hash of several words, of which one more follows. */
  static long join(long before, long word) {
    long mixed = (before ^ word) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }
}
