package org.dramatis.store;

import org.dramatis.model.DefaultGraph;

class BatchedStoreSeparateTest extends SeparateDefaultGraphContract {

  @Override
  Store open() {
    return BatchedStoreTest.openIn(TdbStoreTest.temporary(), DefaultGraph.SEPARATE);
  }
}
