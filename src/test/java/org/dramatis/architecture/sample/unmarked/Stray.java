package org.dramatis.architecture.sample.unmarked;

/** Lives in no layer and in a package without a description. */
public final class Stray {

  private Stray() {}
}
