package org.dramatis.query.federation;

import java.time.Duration;

/** How long the query that asks another endpoint may still wait for it. */
public interface Patience {

  /** What is left of the query's time; zero or less when there is none. */
  Duration left();

  /** Ends the query by its own exception if it has been stopped or has run out of time. */
  void check();

  /** Has taken so many bytes from the other side; ends the query if that is more than it may. */
  void took(int bytes);
}
