package org.dramatis.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much is told of a thing, and in which words. */
public enum Profile {

  /** What is said of it, by which claims, and what points to it, up to a number of statements. */
  CONCISE,

  /** The same without that bound, and by which claims each of those says so. */
  FULL,

  /** Plain statements without claims, and one edge for each credit, as other vocabularies have. */
  FLAT,

  /** What schema.org has words for, in those words. */
  SCHEMA;

  /** The profile of a name. */
  public static Optional<Profile> named(String name) {
    return Arrays.stream(values()).filter(each -> each.key().equals(name)).findFirst();
  }

  /** Its name in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all, to be shown. */
  public static String list() {
    return Arrays.stream(values()).map(Profile::key).collect(Collectors.joining(", "));
  }
}
