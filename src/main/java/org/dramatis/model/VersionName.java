package org.dramatis.model;

import java.util.Optional;
import java.util.regex.Pattern;

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

  /**
   * By the name that it was given when it was released.
   *
   * @param release the name
   */
  record Released(String release) implements VersionName {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** These name versions of RDF, wherever a version of the data can be named as well. */
    private static final Pattern OF_RDF = Pattern.compile("1\\.[12]");

    /** Refuses what is no name, or could be taken for something else. */
    public Released {
      if (!isName(release)) {
        throw new IllegalArgumentException("not the name of a release: " + release);
      }
    }

    /** Whether a release can be called so. */
    public static boolean isName(String text) {
      return NAME.matcher(text).matches()
          && !NUMBER.matcher(text).matches()
          && !OF_RDF.matcher(text).matches();
    }

    @Override
    public String toString() {
      return release;
    }
  }

  /** Reads a whole number, {@code sha256:} with 64 digits, or the name of a release. */
  static Optional<VersionName> parse(String text) {
    if (text.matches("[0-9]{1,15}")) {
      return Optional.of(new Numbered(new Version(Long.parseLong(text))));
    }
    if (Released.isName(text)) {
      return Optional.of(new Released(text));
    }
    return Sha256.parse(text).map(Identified::new);
  }
}
