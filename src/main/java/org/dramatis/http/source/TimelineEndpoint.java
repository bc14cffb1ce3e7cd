package org.dramatis.http.source;

import java.io.IOException;
import java.io.Serial;
import org.apache.jena.graph.Graph;
import org.dramatis.entity.Claims;
import org.dramatis.entity.Timeline;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.page.Page;
import org.dramatis.http.page.TimelinePage;
import org.dramatis.query.problem.QueryFailedException;

/** What happened when, in stories and in the world, at {@code /timeline}. */
public final class TimelineEndpoint extends VersionedPage {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/timeline";

  private final transient Conflicts conflicts;

  /** Answers from what these readers read. */
  public TimelineEndpoint(Readers readers, Conflicts conflicts) {
    super(readers);
    this.conflicts = conflicts;
  }

  @Override
  Page page(Made of) throws IOException, QueryFailedException {
    Graph graph = of.dataset().getDefaultGraph();
    return TimelinePage.of(Timeline.of(graph, new Claims(graph)), conflicts.claims(of), of.links());
  }
}
