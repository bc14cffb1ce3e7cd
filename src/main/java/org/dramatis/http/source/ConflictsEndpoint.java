package org.dramatis.http.source;

import java.io.IOException;
import java.io.Serial;
import org.dramatis.entity.Claims;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.ConflictsPage;
import org.dramatis.http.page.Page;
import org.dramatis.query.problem.QueryFailedException;

/** Where sources disagree, at {@code /conflicts}. */
public final class ConflictsEndpoint extends VersionedPage {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/conflicts";

  private final transient Conflicts conflicts;

  /** Answers from what these readers read. */
  public ConflictsEndpoint(Readers readers, Conflicts conflicts) {
    super(readers);
    this.conflicts = conflicts;
  }

  @Override
  Page page(Made of) throws IOException, QueryFailedException {
    return ConflictsPage.of(
        conflicts.of(of), new Claims(of.dataset().getDefaultGraph()), of.links());
  }
}
