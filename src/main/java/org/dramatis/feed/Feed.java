package org.dramatis.feed;

import java.util.Iterator;
import java.util.stream.Stream;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.Heading;
import org.dramatis.model.Version;

/**
 * The log in pages. Where a page ends follows from where it begins and from what stands in the log,
 * so that a page that is full never changes.
 *
 * @param log what is paged
 */
public record Feed(ChangeLog log) {

  /** A page is full when its versions take as much as this; the last of them may take any more. */
  private static final long FULL = 1 << 20;

  /**
   * Some versions in a row.
   *
   * @param after the version before the first of them
   * @param last the last of them; the same as {@code after} if there is none yet
   * @param isFull whether nothing will ever be added to it
   */
  public record Page(Version after, Version last, boolean isFull) {}

  /** The page that begins after a version and holds so many versions at the most. */
  public Page page(Version after, long most) {
    Version last = after;
    long bytes = 0;
    try (Stream<Heading> headings = log.headings(after)) {
      for (Iterator<Heading> each = headings.iterator(); each.hasNext(); ) {
        Heading heading = each.next();
        last = heading.version();
        bytes += heading.length();
        if (bytes >= FULL || last.number() - after.number() >= most) {
          return new Page(after, last, true);
        }
      }
    }
    return new Page(after, last, false);
  }

  /** What happened in the versions of a page. The caller closes the stream. */
  public Stream<Entry> entries(Page page) {
    return log.after(page.after()).takeWhile(entry -> entry.version().compareTo(page.last()) <= 0);
  }

  /** What is said of the versions of a page. The caller closes the stream. */
  public Stream<Heading> headings(Page page) {
    return log.headings(page.after())
        .takeWhile(heading -> heading.version().compareTo(page.last()) <= 0);
  }
}
