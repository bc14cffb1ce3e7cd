package org.dramatis.link.annotate;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.dramatis.link.search.Letters;

/** Goes through a text and tells of every name in it, also of those within others. */
final class Spotter {

  /** So many words are known at once: more than the longest name has. */
  private static final int WINDOW = 64;

  private static final int WORDS_BETWEEN_LOOKS = 4096;

  /** What may stand between the words of a name however it is written itself. */
  private static final String EASY = "-‐‑–—_\"“”„«»‘’'ʼ`´:・·=＝&,";

  /** What Korean joins to a name. */
  private static final Pattern PARTICLES =
      Pattern.compile(
          "(님|씨|이|들)?(은|는|이|가|을|를|의|에|에게|에서|께|께서|서|와|과|도|만|로|으로|부터|까지|처럼|보다|랑|한테"
              + "|야|아|여|다|라|고|입니다|였다|었다)*");

  private static final int LONGEST_PARTICLES = 8;

  private final Dictionary dictionary;
  private final String text;
  private final Tokens tokens;
  private final LongConsumer cost;
  private final Token[] window = new Token[WINDOW];

  /** The numbers of the first word in the window and of the one behind the last. */
  private int first;

  private int behind;

  Spotter(Dictionary dictionary, String text, LongConsumer cost) {
    this.dictionary = dictionary;
    this.text = text;
    this.tokens = new Tokens(text);
    this.cost = cost;
  }

  /** Tells of all, in the order of their beginnings, the shorter of two first. */
  void all(Consumer<Spot> sink) {
    while (fill(first)) {
      Token start = at(first);
      walk(start.hash(), start.start(), sink);
      if (start.hasFront()) {
        walk(start.core(), start.coreStart(), sink);
      }
      first++;
      if (first % WORDS_BETWEEN_LOOKS == 0) {
        cost.accept(0);
      }
    }
  }

  private Token at(int number) {
    return window[number % WINDOW];
  }

  /** Whether there is a word of this number. */
  private boolean fill(int number) {
    while (behind <= number && tokens.hasNext()) {
      window[behind % WINDOW] = tokens.next();
      behind++;
    }
    return number < behind;
  }

  private void walk(long firstHash, int start, Consumer<Spot> sink) {
    long before = 0;
    long hash = firstHash;
    for (int number = first; number < first + WINDOW && fill(number); number++) {
      Token word = at(number);
      if (number > first) {
        hash = word.hash();
      }
      if (word.hasEnding() && (number > first || start == word.start())) {
        long stem = Tokens.join(before, word.stem());
        tell(stem, dictionary.find(stem), start, number, word.stemEnd(), sink);
      }
      before = Tokens.join(before, hash);
      int found = dictionary.find(before);
      if (found == Table.NOTHING) {
        return;
      }
      tell(before, found, start, number, word.end(), sink);
    }
  }

  private void tell(long words, int found, int start, int last, int end, Consumer<Spot> sink) {
    if (found < 0 || !isWhole(last, end)) {
      return;
    }
    Token word = at(first);
    int place = word.place() + text.codePointCount(word.start(), start);
    Spot spot =
        new Spot(start, end, place, last - first + 1, dictionary.entries(words, found))
            .only(entry -> fits(entry, start, end));
    if (!spot.isEmpty()) {
      sink.accept(spot);
    }
  }

  /** Whether it is not a piece of a longer word. */
  private boolean isWhole(int last, int end) {
    boolean open = meetsBefore() || (end == at(last).end() && meetsBehind(last));
    return !cutsBefore()
        && !cutsBehind(last, end)
        && (!open || last - first + 1 >= at(first).writing().least());
  }

  private boolean touches(Token one, Token next) {
    return one.end() == next.start() && one.writing() == next.writing();
  }

  private boolean meetsBefore() {
    return first > 0 && touches(at(first - 1), at(first));
  }

  private boolean meetsBehind(int last) {
    return fill(last + 1) && touches(at(last), at(last + 1));
  }

  private boolean cutsBefore() {
    return meetsBefore() && !at(first).writing().mayMeet();
  }

  private boolean cutsBehind(int last, int end) {
    if (end < at(last).end() || !meetsBehind(last) || at(last).writing().mayMeet()) {
      return false;
    }
    return at(last).writing() != Writing.HANGUL || !isParticles(restOfWord(end));
  }

  private static boolean isParticles(String rest) {
    return rest.length() <= LONGEST_PARTICLES && PARTICLES.matcher(rest).matches();
  }

  /** What follows without a space, or the beginning of it if that is too much to be particles. */
  private String restOfWord(int end) {
    int rest = end;
    int most = Math.min(text.length(), end + LONGEST_PARTICLES + 1);
    while (rest < most && Writing.of(text.codePointAt(rest)) == Writing.HANGUL) {
      rest += Character.charCount(text.codePointAt(rest));
    }
    return text.substring(end, rest);
  }

  /** Whether nothing stands between the words that does not belong there. */
  private boolean fits(Entry entry, int start, int end) {
    int lines = 0;
    for (int i = start; i < end; i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (sign == '\n') {
        lines++;
      }
      boolean allowed =
          Letters.isPartOfWord(sign)
              || Character.isWhitespace(sign)
              || Character.isSpaceChar(sign)
              || Character.getType(sign) == Character.FORMAT
              || EASY.indexOf(sign) >= 0
              || entry.name().text().indexOf(sign) >= 0;
      if (!allowed || lines > 1) {
        return false;
      }
    }
    return true;
  }
}
