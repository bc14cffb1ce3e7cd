package org.dramatis.link.annotate;

/** Numbers by hashes, in two arrays. */
final class Table {

  /** Is told of a hash and of what is kept under it. */
  @FunctionalInterface
  interface Sink {
    void take(long key, int value);
  }

  /** There is nothing. */
  static final int NOTHING = -2;

  /** There is something longer. */
  static final int BEGINNING = -1;

  private static final int FIRST_SIZE = 1024;

  private long[] keys = new long[FIRST_SIZE];

  /** Two above what is found, so that an empty place is one that has never been written. */
  private int[] values = new int[FIRST_SIZE];

  private int count;

  /** What is kept under a hash. */
  int get(long key) {
    return values[place(key)] + NOTHING;
  }

  void putIfAbsent(long key, int value) {
    if (get(key) == NOTHING) {
      put(key, value);
    }
  }

  void put(long key, int value) {
    int place = place(key);
    if (values[place] == 0) {
      count++;
      keys[place] = key;
    }
    values[place] = value - NOTHING;
    if (count > keys.length / 2) {
      grow();
    }
  }

  /** Tells of all. */
  void each(Sink sink) {
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != 0) {
        sink.take(keys[i], values[i] + NOTHING);
      }
    }
  }

  /** One like it, which goes its own way. */
  Table copy() {
    Table copy = new Table();
    copy.keys = keys.clone();
    copy.values = values.clone();
    copy.count = count;
    return copy;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int place = (int) (key ^ (key >>> 32)) & mask;
    while (values[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
