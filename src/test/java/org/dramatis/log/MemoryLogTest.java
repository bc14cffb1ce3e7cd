package org.dramatis.log;

import java.time.Instant;
import java.time.InstantSource;

class MemoryLogTest extends ChangeLogContract {

  @Override
  ChangeLog open(Instant now) {
    return new MemoryLog(InstantSource.fixed(now));
  }
}
