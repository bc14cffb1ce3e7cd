package org.dramatis.http.source;

import java.io.IOException;
import java.io.Serial;
import org.dramatis.entity.Timeline;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.TimelinePage;
import org.dramatis.query.problem.QueryFailedException;

/** What happened when, in stories and in the world, at {@code /timeline}. */
public final class TimelineEndpoint extends VersionedPage {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/timeline";

  private final transient Conflicts conflicts;

  /** Answers with what these pages have in common. */
  public TimelineEndpoint(Pages pages) {
    super(pages);
    this.conflicts = pages.conflicts();
  }

  @Override
  Page page(Made of) throws IOException, QueryFailedException {
    return TimelinePage.of(
        Timeline.of(of.dataset().getDefaultGraph(), of.claims()), conflicts.claims(of), of.links());
  }
}
