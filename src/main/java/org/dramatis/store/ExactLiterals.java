package org.dramatis.store;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Lets TDB2 keep every literal as it is written. Otherwise it keeps values, and {@code "01"} is
 * read back as {@code "1"}. It looks at this only once, when Jena starts, which is why this is a
 * part of that start.
 */
public final class ExactLiterals implements JenaSubsystemLifecycle {

  private static final String SETTING = "org.apache.jena.tdb.store.enableInlineLiterals";

  /** Before TDB2's own, which is 42. */
  private static final int EARLY = 5;

  /** For the service loader. */
  public ExactLiterals() {}

  @Override
  public void start() {
    System.setProperty(SETTING, "false");
  }

  @Override
  public void stop() {
    // The setting is read once.
  }

  @Override
  public int level() {
    return EARLY;
  }
}
