package org.dramatis.http.admission;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits for its turn: first come, first served within a client, and the clients one after the
 * other. Whoever asks for much waits for himself, not others for him. Not safe for use by several
 * threads.
 */
final class FairQueue<T> {

  private final int capacity;
  private final LinkedHashMap<String, Deque<T>> waiting = new LinkedHashMap<>();
  private int size;

  /** A queue for so many. */
  FairQueue(int capacity) {
    this.capacity = capacity;
  }

  int size() {
    return size;
  }

  /**
   * Takes something in, or says no: then the queue is full, and no other client has more in it.
   *
   * @return what had to leave for it: the last of the client who has most, or itself
   */
  Optional<T> offer(String client, T item) {
    Optional<T> left = Optional.empty();
    if (size >= capacity) {
      Optional<Map.Entry<String, Deque<T>>> longest =
          waiting.entrySet().stream().max(Comparator.comparingInt(line -> line.getValue().size()));
      int own = waiting.containsKey(client) ? waiting.get(client).size() : 0;
      if (longest.isEmpty() || longest.get().getValue().size() <= own + 1) {
        return Optional.of(item);
      }
      left = Optional.of(longest.get().getValue().removeLast());
      size--;
    }
    waiting.computeIfAbsent(client, _ -> new ArrayDeque<>()).addLast(item);
    size++;
    return left;
  }

  /** Takes out whatever is next, of the clients that may have a turn. */
  Optional<T> poll(Predicate<String> mayHaveTurn) {
    Iterator<Map.Entry<String, Deque<T>>> lines = waiting.entrySet().iterator();
    while (lines.hasNext()) {
      Map.Entry<String, Deque<T>> line = lines.next();
      String client = line.getKey();
      if (mayHaveTurn.test(client)) {
        Deque<T> own = line.getValue();
        T next = own.removeFirst();
        size--;
        lines.remove();
        if (!own.isEmpty()) {
          waiting.put(client, own);
        }
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** Takes something out that does not want to wait any longer; false when it is not there. */
  boolean remove(String client, T item) {
    Deque<T> own = waiting.get(client);
    if (own == null || !own.remove(item)) {
      return false;
    }
    size--;
    if (own.isEmpty()) {
      waiting.remove(client);
    }
    return true;
  }
}
