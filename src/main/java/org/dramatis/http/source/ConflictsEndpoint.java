package org.dramatis.http.source;

import java.io.IOException;
import java.io.Serial;
import org.dramatis.http.page.ConflictsPage;
import org.dramatis.http.page.Page;
import org.dramatis.query.problem.QueryFailedException;

/** Where sources disagree, at {@code /conflicts}. */
public final class ConflictsEndpoint extends VersionedPage {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = ConflictsPage.PATH;

  private final transient Conflicts conflicts;

  /** Answers with what these pages have in common. */
  public ConflictsEndpoint(Pages pages) {
    super(pages);
    this.conflicts = pages.conflicts();
  }

  @Override
  Page page(Made of) throws IOException, QueryFailedException {
    return ConflictsPage.of(conflicts.of(of), of.claims(), of.links());
  }
}
