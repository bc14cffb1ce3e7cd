package org.dramatis.http.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Answers that were given before. A version never changes, so neither does an answer from it; what
 * is no longer asked for makes room.
 */
public final class AnswerCache {

  /** A quarter of it is the most that one answer may take. */
  private static final int SHARES = 4;

  private final long bytes;
  private final Cache<AnswerKey, StoredAnswer> answers;

  /** Holds at most so many bytes; with 0 it holds nothing. */
  public AnswerCache(long bytes) {
    this.bytes = bytes;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .<AnswerKey, StoredAnswer>weigher((key, answer) -> answer.weight(key.characters()))
            .recordStats()
            .executor(Runnable::run)
            .build();
  }

  /** The answer, if it is held. */
  public Optional<StoredAnswer> find(AnswerKey key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** Holds an answer, if there is room for one of its size. */
  public void put(AnswerKey key, StoredAnswer answer) {
    if (!key.version().equals(answer.version())) {
      throw new IllegalArgumentException(
          "an answer from version %s is not one from %s"
              .formatted(answer.version(), key.version()));
    }
    if (answer.weight(key.characters()) <= bytes / SHARES) {
      answers.put(key, answer);
    }
  }

  /** The answers found. */
  public long hits() {
    return answers.stats().hitCount();
  }

  /** The answers that had to be computed. */
  public long misses() {
    return answers.stats().missCount();
  }

  /** The bytes in use, about. */
  public long used() {
    return answers.policy().eviction().map(e -> e.weightedSize().orElse(0)).orElse(0L);
  }
}
