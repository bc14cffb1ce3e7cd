package org.dramatis.settings;

import java.io.Serial;

/** A setting has a value that nothing could work with. */
public final class BadSettingException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** Names the setting, its value and what it could be. */
  public BadSettingException(String name, String value, String expected) {
    super("%s: '%s' is not %s".formatted(name, value, expected));
  }
}
