package org.dramatis.link.match;

/** Is told how far a linking has come; from several threads. */
@FunctionalInterface
public interface Progress {

  /**
   * So much is done.
   *
   * @param phase what is being done
   * @param done of how many
   * @param total how many there are
   */
  void at(String phase, long done, long total);
}
