package org.dramatis.http.dump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.feed.DumpFormat;
import org.dramatis.http.endpoint.TimedAddress;

/**
 * What the path behind {@code /dump/} names.
 *
 * @param version the name of a version
 * @param file which file of it; without one, what there is to tell of it
 * @param digest whether the digest of the file is wanted, and not the file
 */
public record DumpName(String version, Optional<Kind> file, boolean digest) {

  /** In place of a version, the newest. */
  static final String LATEST = "latest";

  private static final String DIGEST = ".sha256";

  private static final Pattern FILE =
      Pattern.compile(
          "(?<version>.+?)\\.(?<format>[a-z]+?)(?<packing>\\.gz|\\.zst)?(?<digest>\\.sha256)?");

  /**
   * A kind of file.
   *
   * @param packing how it is compressed
   */
  public record Kind(DumpFormat format, Packing packing) {

    /** All there are. */
    public static List<Kind> all() {
      List<Kind> kinds = new ArrayList<>();
      for (DumpFormat format : DumpFormat.values()) {
        for (Packing packing : Packing.values()) {
          kinds.add(new Kind(format, packing));
        }
      }
      return kinds;
    }

    /** What the name of the file ends in. */
    public String extension() {
      return format.extension() + packing.ending();
    }

    /** The media type of the file. */
    public String mediaType() {
      return packing.mediaType().orElseGet(format::mediaType);
    }
  }

  static DumpName parse(String path) {
    Matcher file = FILE.matcher(path);
    if (file.matches()) {
      Optional<DumpFormat> format = DumpFormat.of(file.group("format"));
      if (format.isPresent()) {
        Optional<String> ending = Optional.ofNullable(file.group("packing"));
        Packing packing =
            Arrays.stream(Packing.values())
                .filter(each -> each.ending().equals(ending.orElse("")))
                .findFirst()
                .orElseThrow();
        return new DumpName(
            file.group("version"),
            Optional.of(new Kind(format.get(), packing)),
            file.group("digest") != null);
      }
    }
    return new DumpName(path, Optional.empty(), false);
  }

  /** The same of the newest version, whichever that is. */
  TimedAddress original() {
    return TimedAddress.of(path(LATEST), "");
  }

  /** The same of another version. */
  String path(String otherVersion) {
    return "/dump/"
        + otherVersion
        + file.map(kind -> "." + kind.extension()).orElse("")
        + (digest ? DIGEST : "");
  }
}
