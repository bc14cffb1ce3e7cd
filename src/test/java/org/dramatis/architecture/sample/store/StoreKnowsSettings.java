package org.dramatis.architecture.sample.store;

import org.dramatis.architecture.sample.settings.Port;

/** Only the entry reads the settings. */
public final class StoreKnowsSettings {

  private StoreKnowsSettings() {}

  /** Names the settings. */
  public static Class<?> forbidden() {
    return Port.class;
  }
}
