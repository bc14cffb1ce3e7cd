package org.dramatis.architecture.sample.model;

import org.dramatis.architecture.sample.store.StoreKnowsSettings;

/** The lowest layer must not look up. */
public final class ModelKnowsStore {

  private ModelKnowsStore() {}

  /** Names the layer above. */
  public static Class<?> forbidden() {
    return StoreKnowsSettings.class;
  }
}
