package org.dramatis.link.search;

import java.io.IOException;
import org.dramatis.model.Version;

/** What everything is called in one version of the data, for as many questions as there are. */
public final class OpenNames implements AutoCloseable {

  private final NameIndex.Opened opened;

  OpenNames(NameIndex.Opened opened) {
    this.opened = opened;
  }

  /** The version of the data in which it is called so. */
  public Version version() {
    return opened.version();
  }

  /** Finds what is called so, the best first. */
  public Search.Found find(Question question) throws IOException {
    return Search.find(opened, question);
  }

  @Override
  public void close() {
    opened.close();
  }
}
