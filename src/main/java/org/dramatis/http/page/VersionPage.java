package org.dramatis.http.page;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.history.VersionLine;
import org.dramatis.model.Version;

/** One version as a page. */
public record VersionPage(VersionLine line, Version newest) implements Page {

  @Override
  public String title() {
    return "Version " + line.version();
  }

  @Override
  public Section section() {
    return Section.VERSIONS;
  }

  /** What changed by it, and since. */
  public List<Link> differences() {
    long number = line.version().number();
    List<Link> links = new ArrayList<>();
    links.add(new Link(VersionRow.difference(number - 1, number), "What it changed"));
    if (!line.version().equals(newest)) {
      links.add(
          new Link(
              VersionRow.difference(number, newest.number()), "What has changed since, up to now"));
    }
    return links;
  }

  /** The versions beside it. */
  public List<Link> others() {
    long number = line.version().number();
    List<Link> links = new ArrayList<>();
    if (number > 1) {
      links.add(new Link("/history/" + (number - 1), "The version before"));
    }
    if (line.version().compareTo(newest) < 0) {
      links.add(new Link(VersionRow.address(line.version().next()), "The version after"));
    }
    links.add(new Link("/history", "All versions"));
    return links;
  }
}
