package org.dramatis.http.dump;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.feed.DumpFormat;

/**
 * What the path behind {@code /dump/} names.
 *
 * @param version the name of a version
 * @param file which file of it; without one, what there is to tell of it
 */
record DumpName(String version, Optional<Kind> file) {

  private static final Pattern FILE =
      Pattern.compile("(?<version>.+?)\\.(?<format>[a-z]+?)(?<packed>\\.gz)?");

  /**
   * A kind of file.
   *
   * @param packed whether it is compressed
   */
  record Kind(DumpFormat format, boolean packed) {

    String extension() {
      return format.extension() + (packed ? ".gz" : "");
    }

    String mediaType() {
      return packed ? "application/gzip" : format.mediaType();
    }
  }

  static DumpName parse(String path) {
    Matcher file = FILE.matcher(path);
    if (file.matches()) {
      Optional<DumpFormat> format = DumpFormat.of(file.group("format"));
      if (format.isPresent()) {
        Kind kind = new Kind(format.get(), file.group("packed") != null);
        return new DumpName(file.group("version"), Optional.of(kind));
      }
    }
    return new DumpName(path, Optional.empty());
  }

  /** The same of another version. */
  String path(String otherVersion) {
    return "/dump/" + otherVersion + file.map(kind -> "." + kind.extension()).orElse("");
  }
}
