package org.dramatis.settings;

import java.io.Serial;

/** A setting that nothing could work with, named so that it can be found and mended. */
public final class BadSettingException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** Says in one sentence what is wrong, and where it was said. */
  public BadSettingException(String message) {
    super(message);
  }

  /** Names the setting, its value, what it could be, and where it was set. */
  public BadSettingException(String name, String value, String expected, Origin origin) {
    this("%s: '%s' is not %s (%s)".formatted(name, value, expected, origin));
  }
}
