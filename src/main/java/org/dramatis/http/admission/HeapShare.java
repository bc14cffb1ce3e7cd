package org.dramatis.http.admission;

/**
 * How much of the heap may be held for what. With {@link #forQueries} and the cache, requests have
 * three quarters of it; in the last quarter the dictionary has its share, and the rest is for the
 * program, its data, copies that last a moment, and the collector.
 */
public enum HeapShare {
  /** Finished answers that are being sent. */
  ANSWERS(10),

  /** Bodies of queries, until they are answered. */
  QUERY_BODIES(3),

  /** The names that texts are read with, once somebody has sent one. */
  DICTIONARY(10),

  /** Texts that are annotated. */
  TEXTS(2),

  /** Bodies of writers, until they are committed or refused. */
  UPLOADS(10);

  private static final int QUERIES_AND_CACHE = 50;

  private final int percent;

  HeapShare(int percent) {
    this.percent = percent;
  }

  /** So many bytes of this heap. */
  public long bytes() {
    return bytes(percent);
  }

  /**
   * What queries and updates may hold together: half of the heap without the cache, but at least
   * what one of them may have.
   */
  public static long forQueries(long cache, long oneQuery) {
    return Math.max(oneQuery, bytes(QUERIES_AND_CACHE) - cache);
  }

  private static long bytes(int percent) {
    return Runtime.getRuntime().maxMemory() / 100 * percent;
  }
}
