package org.dramatis.log;

import java.time.InstantSource;

class MemoryLogTest extends ChangeLogContract {

  @Override
  ChangeLog open(InstantSource clock) {
    return new MemoryLog(clock);
  }
}
