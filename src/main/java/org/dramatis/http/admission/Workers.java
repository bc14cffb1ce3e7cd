package org.dramatis.http.admission;

import java.io.IOException;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.Budget;
import org.dramatis.query.QueryFailedException;

/** Computes what clients ask for. */
public final class Workers {

  /**
   * Has something computed and waits for it.
   *
   * @param budget what it may use; it is stopped when nobody waits for it any more
   */
  public <T> T run(Client client, Budget budget, Work<T> work)
      throws IOException, QueryFailedException, RequestRefusedException {
    return work.run();
  }
}
