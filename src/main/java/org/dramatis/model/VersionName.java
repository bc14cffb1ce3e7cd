package org.dramatis.model;

import java.util.Optional;

/** How somebody names a version of the data. */
public sealed interface VersionName {

  /** By its number, which means something only together with the log that it counts in. */
  record Numbered(Version version) implements VersionName {
    @Override
    public String toString() {
      return version.toString();
    }
  }

  /** By its identity, which is the same wherever the version is. */
  record Identified(Sha256 id) implements VersionName {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** Reads a whole number, or {@code sha256:} with 64 digits; empty if it is neither. */
  static Optional<VersionName> parse(String text) {
    if (text.matches("[0-9]{1,15}")) {
      return Optional.of(new Numbered(new Version(Long.parseLong(text))));
    }
    return Sha256.parse(text).map(Identified::new);
  }
}
