package org.dramatis.http.admission;

import java.io.IOException;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryFailedException;

/** Something to be computed for a client. */
@FunctionalInterface
public interface Work<T> {

  /** Computes it, on a thread that may be busy for long. */
  T run() throws IOException, QueryFailedException, RequestRefusedException;
}
