package org.dramatis.http.page;

import java.util.List;
import org.dramatis.history.Release;

/** Releases of the data as a page: some of them, or one. */
public record ReleasesPage(String title, List<Release> releases) implements Page {

  @Override
  public Section section() {
    return Section.VERSIONS;
  }
}
