package org.dramatis.store;

import org.dramatis.model.DefaultGraph;

class MemoryStoreSeparateTest extends SeparateDefaultGraphContract {

  @Override
  Store open() {
    return new MemoryStore(DefaultGraph.SEPARATE);
  }
}
