package org.dramatis.store;

import org.dramatis.model.DefaultGraph;

class TdbStoreSeparateTest extends SeparateDefaultGraphContract {

  @Override
  Store open() {
    return TdbStoreTest.openIn(TdbStoreTest.temporary(), DefaultGraph.SEPARATE);
  }
}
