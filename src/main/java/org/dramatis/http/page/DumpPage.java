package org.dramatis.http.page;

import java.util.List;

/** The files of a version. */
public record DumpPage(String version, String time, List<Row> rows) implements Page {

  /** One file. */
  public record Row(
      String name, String mediaType, String statements, String bytes, String digest) {}

  @Override
  public String title() {
    return "Version %s as files".formatted(version);
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }
}
