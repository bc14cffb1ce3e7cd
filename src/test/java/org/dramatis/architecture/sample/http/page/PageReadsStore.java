package org.dramatis.architecture.sample.http.page;

import org.dramatis.architecture.sample.store.StoreKnowsSettings;

/** A page must ask the answers, not the store. */
public final class PageReadsStore {

  private PageReadsStore() {}

  /** Names the store. */
  public static Class<?> forbidden() {
    return StoreKnowsSettings.class;
  }
}
