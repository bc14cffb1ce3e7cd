package org.dramatis.architecture.sample.settings;

/** A setting, which is handed down as a value. */
public final class Port {

  private Port() {}
}
