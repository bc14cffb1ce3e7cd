package org.dramatis.entity;

/** Why a passage, or a whole document, is not what the graph has of it. */
public sealed interface Mismatch {

  /** What is wrong, as a clause. */
  String what();

  /** What to do about it, as an imperative clause. */
  default String remedy() {
    return "annotate the passage again";
  }

  /** The graph does not say enough, or says something that is no number or digest. */
  record Incomplete(String what) implements Mismatch {
    @Override
    public String remedy() {
      return "give each passage one d:sentence, d:start, d:end and d:sha256";
    }
  }

  /** The stated place is not in the text. */
  record OutsideText(Range stated, int length) implements Mismatch {
    @Override
    public String what() {
      return "%s is not a part of a text of %d code points".formatted(stated, length);
    }
  }

  /** The exact words stand elsewhere. */
  record Moved(Range stated, Range found) implements Mismatch {
    @Override
    public String what() {
      int by = found.start() - stated.start();
      String shift = by == 0 ? "" : ", shifted by " + by;
      return "the words stand not at %s but at %s%s".formatted(stated, found, shift);
    }

    @Override
    public String remedy() {
      return "state the offsets %d and %d".formatted(found.start(), found.end());
    }
  }

  /** The words with this digest are nowhere to be found. */
  record Changed(Range stated, String words) implements Mismatch {
    @Override
    public String what() {
      return "the words at %s have changed to «%s»".formatted(stated, words);
    }
  }

  /** The sentence number does not fit those of the passages before and after. */
  record OutOfOrder(int sentence, int start) implements Mismatch {
    @Override
    public String what() {
      return "sentence %d is out of order at %d".formatted(sentence, start);
    }

    @Override
    public String remedy() {
      return "count the sentence again";
    }
  }

  /** The text as a whole is not the one that was annotated. */
  record AnotherText(String what) implements Mismatch {
    @Override
    public String remedy() {
      return "use the text exactly as it was annotated, byte for byte";
    }
  }
}
