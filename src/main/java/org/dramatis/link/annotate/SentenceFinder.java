package org.dramatis.link.annotate;

import java.util.List;

/**
 * Finds the sentences in which places are. One that is asked for is mostly that of the place before
 * or the next, so that it is looked at first.
 */
final class SentenceFinder {

  private final List<Sentences.Sentence> sentences;
  private int last;

  /** Of these, in the order of their text, of which there is at least one. */
  SentenceFinder(List<Sentences.Sentence> sentences) {
    this.sentences = List.copyOf(sentences);
  }

  /** The sentence of a number. */
  Sentences.Sentence get(int number) {
    return sentences.get(number);
  }

  /** The number of the sentence in which a place is, or behind which. */
  int at(int start) {
    if (!isAt(last, start)) {
      last = isAt(last + 1, start) ? last + 1 : find(start);
    }
    return last;
  }

  private boolean isAt(int number, int start) {
    return number < sentences.size()
        && sentences.get(number).start() <= start
        && (number + 1 == sentences.size() || start < sentences.get(number + 1).start());
  }

  private int find(int start) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sentences.get(middle).start() <= start) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
