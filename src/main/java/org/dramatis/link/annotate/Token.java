package org.dramatis.link.annotate;

/**
 * A word of a text, or a letter where words are not told apart.
 *
 * @param start where it begins, in chars
 * @param end behind its last char
 * @param place where it begins, in code points
 * @param writing how it is written
 * @param hash of what it is compared by
 * @param stem the same without a possessive ending; of the whole where there is none
 * @param stemEnd behind the last char of the stem
 * @param core the same without an article that is joined to it; of the whole where there is none
 * @param coreStart where the core begins
 */
record Token(
    int start,
    int end,
    int place,
    Writing writing,
    long hash,
    long stem,
    int stemEnd,
    long core,
    int coreStart) {

  /** Whether it has a possessive ending. */
  boolean hasEnding() {
    return stemEnd < end;
  }

  /** Whether something is joined to its front. */
  boolean hasFront() {
    return coreStart > start;
  }
}
