package org.dramatis.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What was given for each setting and where, before anything is made of it. */
public final class Given {

  /** A value as it was written. */
  public record Value(String text, Origin origin) {}

  private final Map<Key, Value> values;

  private Given(Map<Key, Value> values) {
    this.values = values;
  }

  /** The defaults. */
  public static Given defaults() {
    Map<Key, Value> values = new EnumMap<>(Key.class);
    for (Key key : Key.values()) {
      values.put(key, new Value(key.byDefault(), new Origin.Default()));
    }
    return new Given(values);
  }

  /** The same with another value, which wins over what was there. */
  public Given with(Key key, String text, Origin origin) {
    Map<Key, Value> changed = new EnumMap<>(values);
    changed.put(key, new Value(text, origin));
    return new Given(changed);
  }

  /** What is in force for a setting. */
  public Value of(Key key) {
    return values.getOrDefault(key, new Value(key.byDefault(), new Origin.Default()));
  }

  /** What a value comes to on this machine, where that is not what was written: 10% of the heap. */
  public Optional<String> amount(Key key) {
    Kind<?> kind = key.kind();
    boolean varies = kind.equals(Kind.WORKERS) || kind.placeholder().equals("BYTES");
    return varies
        ? Optional.of(read(key, kind).toString()).filter(amount -> !amount.equals(of(key).text()))
        : Optional.empty();
  }

  /** The value of a setting that always has one. */
  <T> T read(Key key, Kind<T> kind) {
    Value value = of(key);
    try {
      return kind.reader().apply(value.text());
    } catch (IllegalArgumentException bad) {
      throw new BadSettingException(key.key(), value.text(), kind.expected(), value.origin());
    }
  }

  /** The value of a setting that may be left out. */
  <T> Optional<T> find(Key key, Kind<T> kind) {
    return isSet(key) ? Optional.of(read(key, kind)) : Optional.empty();
  }

  /** Refuses one of two settings without the other. */
  void requireTogether(Key one, Key other) {
    if (isSet(one) != isSet(other)) {
      Key given = isSet(one) ? one : other;
      throw new BadSettingException(
          "%s is nothing without %s, which is not set (%s)"
              .formatted(given.key(), (given == one ? other : one).key(), of(given).origin()));
    }
  }

  private boolean isSet(Key key) {
    return !(of(key).text().isEmpty() && of(key).origin() instanceof Origin.Default);
  }
}
